package lingbao.store;

import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lingbao.catalogue.Choice;
import lingbao.catalogue.Column;
import lingbao.catalogue.Form;
import lingbao.seal.Seal;

/**
 * The table of a form's rows, as its declaration says it must be: the engine's own columns, then one for each column of the
 * form. What is personal stands sealed in a column {@code sealed_…}.
 */
final class FormTable {

    private static final String SEALED = "sealed_";
    private static final int CHOICE_CHARACTERS = 64;
    private static final int CHOICES_CHARACTERS = 400;
    private static final int PERSON_KEY_CHARACTERS = 64;
    private static final int DECIMAL_DIGITS = 10;

    /** Takes any writing of a number, a date, a time, a yes or no. */
    private static final int SHORT_TEXT_CHARACTERS = 20;

    /** What the columns that stand in every table take of a row. */
    private static final int ENGINE_BYTES = 200;

    private final Form form;
    private final Database database;

    FormTable(Form form, Database database) {
        this.form = form;
        this.database = database;
    }

    /**
     * @param jdbcType one of {@link Types}
     * @param size characters of a varchar, digits of a decimal, else 0
     * @param decimals of a decimal, else 0
     * @param sqlType as DDL writes it
     * @param bytes the most that it takes of a row's width on MySQL
     */
    record TableColumn(String name, int jdbcType, int size, int decimals, String sqlType, int bytes) {

        static TableColumn text(String name, int width, String option, int bytes) {
            return new TableColumn(name, Types.VARCHAR, width, 0, "varchar(" + width + ")" + option, bytes);
        }

        static TableColumn decimal(String name, int digits, int decimals) {
            return new TableColumn(
                    name, Types.DECIMAL, digits, decimals, "decimal(" + digits + ", " + decimals + ")", 5);
        }

        static TableColumn plain(String name, int jdbcType, String sqlType) {
            return new TableColumn(name, jdbcType, 0, 0, sqlType, 4);
        }

        /** What it would be called were it declared the other way: sealed and clear values must never mix. */
        String otherName() {
            return name.startsWith(SEALED) ? name.substring(SEALED.length()) : SEALED + name;
        }

        boolean hasTypeOf(TableColumn stored) {
            return jdbcType == stored.jdbcType
                    && (jdbcType != Types.DECIMAL || (size == stored.size && decimals == stored.decimals));
        }

        boolean isWiderThan(TableColumn stored) {
            return jdbcType == Types.VARCHAR && size > stored.size;
        }
    }

    static String nameOf(Column column) {
        return column.personal() ? SEALED + column.sqlName() : column.sqlName();
    }

    String name() {
        return form.table();
    }

    /** Those that may have to be added to an older table. */
    List<TableColumn> columns() {
        List<TableColumn> columns = new ArrayList<>();
        if (form.person() != null) {
            columns.add(text("person_key", PERSON_KEY_CHARACTERS));
        }
        form.columns().forEach(column -> columns.add(tableColumn(column)));
        return columns;
    }

    int rowBytes() {
        return ENGINE_BYTES + columns().stream().mapToInt(TableColumn::bytes).sum();
    }

    private TableColumn tableColumn(Column column) {
        String name = nameOf(column);
        if (column.personal()) {
            int width = Seal.sealedLength(characters(column));
            return TableColumn.text(name, width, database.asciiOption(), width + 2);
        }
        return switch (column.type()) {
            case TEXT, PERSON, ID, PHONE, CHOICE, CHOICES -> text(name, characters(column));
            case INTEGER -> TableColumn.plain(name, Types.INTEGER, "int");
            case DECIMAL -> TableColumn.decimal(name, DECIMAL_DIGITS, column.decimals());
            case DATE -> TableColumn.plain(name, Types.DATE, "date");
            case TIME -> TableColumn.plain(name, Types.TIME, "time");
            case YES_NO -> TableColumn.plain(name, Types.SMALLINT, "smallint");
        };
    }

    private TableColumn text(String name, int characters) {
        return TableColumn.text(name, database.textWidth(characters), "", 4 * characters + 2);
    }

    private static int characters(Column column) {
        return switch (column.type()) {
            case TEXT, PERSON, ID, PHONE -> column.maxLength();
            case INTEGER, DECIMAL, DATE, TIME, YES_NO -> SHORT_TEXT_CHARACTERS;
            case CHOICE ->
                Math.max(
                        CHOICE_CHARACTERS,
                        words(column).mapToInt(String::length).max().orElse(0));
            case CHOICES ->
                Math.max(
                        CHOICES_CHARACTERS,
                        1 + words(column).mapToInt(word -> word.length() + 1).sum());
        };
    }

    private static Stream<String> words(Column column) {
        return column.choices().stream().map(Choice::word);
    }

    String create() {
        String columns = columns().stream()
                .map(column -> column.name() + " " + column.sqlType() + ", ")
                .collect(Collectors.joining());
        return "create table " + name()
                + " (submission_id bigint not null, source_row int not null, institution varchar(32) not null,"
                + " period_start date not null, " + columns
                + (hasRowKey() ? "primary key" : "index " + rowIndex())
                + " (submission_id, source_row), index (institution, period_start)) "
                + database.tableOptions();
    }

    /** Whether a row of a sheet is one row here: not where groups of headings part it, or tables stand side by side. */
    boolean hasRowKey() {
        return form.groups() == null && form.sideBySide() == Form.SideBySide.REFUSE;
    }

    /** The index over the row where it is no key. */
    String rowIndex() {
        return name() + "_row";
    }

    String indexRows() {
        return "create index " + rowIndex() + " on " + name() + " (submission_id, source_row)";
    }

    String dropRowKey() {
        return "alter table " + name() + " drop primary key";
    }

    String add(TableColumn column) {
        return "alter table " + name() + " add column " + column.name() + " " + column.sqlType();
    }

    String widen(TableColumn column) {
        return "alter table " + name() + " modify column " + column.name() + " " + column.sqlType();
    }
}
