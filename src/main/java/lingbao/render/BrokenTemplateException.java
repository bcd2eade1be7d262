package lingbao.render;

import java.util.List;

/** Report templates that do not compile. Nothing has been rendered. */
public final class BrokenTemplateException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<String> faults;

    BrokenTemplateException(List<String> faults) {
        super(String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    /** One line a template: its name and what is wrong with it. */
    public List<String> faults() {
        return faults;
    }
}
