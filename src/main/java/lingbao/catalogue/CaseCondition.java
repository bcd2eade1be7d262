package lingbao.catalogue;

/** What makes an answered row a case; any one condition is enough. */
public sealed interface CaseCondition {

    /** The column's id. */
    String column();

    /** A word other than this one stands in the choice or choices column. */
    record OtherThan(String column, String word) implements CaseCondition {}

    /** The number in the column reaches the policy's fever threshold, by the policy's own operator. */
    record Fever(String column) implements CaseCondition {}
}
