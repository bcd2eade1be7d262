package lingbao.upload;

import lingbao.domain.Finding;

/** The file could not be taken; nothing of it was kept. The finding says why. */
public final class NotReceivedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    NotReceivedException(Finding finding) {
        super(finding.code().name());
        this.finding = finding;
    }

    public Finding finding() {
        return finding;
    }
}
