package lingbao.read;

import lingbao.domain.Finding;

/** The file as a whole can't be read; nothing of it is to be kept. The finding says why. */
public final class UnreadableFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    public UnreadableFileException(Finding finding) {
        super(finding.code().name());
        this.finding = finding;
    }

    public Finding finding() {
        return finding;
    }
}
