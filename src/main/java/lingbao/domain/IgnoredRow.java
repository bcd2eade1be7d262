package lingbao.domain;

/** A row that is no data, and why. */
public record IgnoredRow(int row, Reason reason) {

    /** The closed list of reasons; the names are the JSON contract's words. */
    public enum Reason {
        BLANK_ROW("空行"),
        TOTAL_ROW("合计行"),
        HEADING_REPEATED("重复表头"),
        NOTE_ROW("说明行"),
        SIGNATURE_ROW("签名行"),
        NOT_ANSWERED("未填报");

        private final String label;

        Reason(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
