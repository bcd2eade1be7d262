package lingbao.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The closed list of rules over a row or a sheet; whatever needs more is a check in SQL. Columns are named by id. */
public sealed interface SheetRule {

    /** Whether it asks a register. */
    default boolean asksARegister() {
        return this instanceof RegisteredUnit || this instanceof RegisteredCompany;
    }

    /** Whether it can't be made to warn only: it is no rule over one row, or always warns. */
    default boolean keepsItsSeverity() {
        return this instanceof UniqueInSheet || this instanceof DocumentOfId || asksARegister();
    }

    /** {@code column} must be filled where {@code when} holds the word {@code is}; of a yes-no, any of its writings. */
    record RequiredIf(String column, String when, String is) implements SheetRule {}

    /**
     * {@code total} − {@code minus} = the sum of {@code parts}; checked on a row where all of them are filled.
     *
     * @param minus null where nothing is taken away
     */
    record SumEquals(String total, @Nullable String minus, List<String> parts) implements SheetRule {
        public SumEquals {
            parts = List.copyOf(parts);
        }
    }

    /** {@code part} is never more than {@code whole}; checked where both are filled. */
    record PartOf(String part, String whole) implements SheetRule {}

    /** {@code first} is never after {@code second}; dates or times, checked where both are filled. */
    record NotAfter(String first, String second) implements SheetRule {}

    /**
     * No two rows hold the same values in all of {@code columns}; checked where the first of them is filled. A blank among
     * the others is a value like any other: a class that stands twice without a category stands twice.
     */
    record UniqueInSheet(List<String> columns) implements SheetRule {
        public UniqueInSheet {
            columns = List.copyOf(columns);
        }
    }

    /** The date in {@code column} lies in the period that the sheet speaks for. */
    record InPeriod(String column) implements SheetRule {}

    /** The date in {@code column} had come on the day on which the sheet was received. */
    record NotInFuture(String column) implements SheetRule {}

    /**
     * The 17th digit of the identity number in {@code id} is odd for 男 and even for 女, as {@code sex} says; checked where both are
     * filled and the number is one with a check digit.
     */
    record SexOfId(String id, String sex) implements SheetRule {}

    /**
     * {@code in} tells which document the number in {@code id} is of. Those of {@code checked} have the check digit of GB 11643, those
     * of {@code unchecked} have none; of any other word the number is taken with a warning. Where nothing is told, the number tells.
     */
    record DocumentOfId(String id, String in, List<String> checked, List<String> unchecked) implements SheetRule {
        public DocumentOfId {
            checked = List.copyOf(checked);
            unchecked = List.copyOf(unchecked);
        }
    }

    /** {@code column} names a region directly below the sender's district, by name or code; it only warns. */
    record RegisteredUnit(String column) implements SheetRule {}

    /**
     * {@code column} or {@code code} names a registered company, and {@code unit} the region that it is registered in; it only
     * warns, and only where a register of companies was loaded.
     */
    record RegisteredCompany(String column, String code, String unit) implements SheetRule {}

    /** A rule over one row that only warns. */
    record OnlyWarning(SheetRule rule) implements SheetRule {}
}
