package lingbao.matrix;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import lingbao.domain.FindingCode;
import lingbao.domain.IgnoredRow.Reason;
import lingbao.run.CheckLine;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * One variant of one row of the bad-input matrix: what comes, and all that is answered. Findings that are not expected
 * here fail the case as those that are missing do; of the values only the named ones are compared.
 */
final class MatrixCase {

    /** Whose and for when a file is whose name the case does not care for. */
    static final String NAME = CheckLine.INSTITUTION + "_" + CheckLine.DAY;

    private final String row;
    private final String variant;
    private final Action action;

    private String fileName = NAME + ".csv";
    private byte[] bytes = {};
    private @Nullable String form;
    private @Nullable String sender;
    private @Nullable String period;
    private @Nullable String declared;
    private String receivedAt = CheckLine.DAY + "T08:00:00+08:00";
    private final List<Earlier> earlier = new ArrayList<>();
    private @Nullable String state;

    private final List<String> findings = new ArrayList<>();
    private final SortedMap<Integer, SortedMap<String, @Nullable Object>> reads = new TreeMap<>();
    private final SortedMap<Integer, Reason> ignored = new TreeMap<>();
    private @Nullable Integer accepted;
    private @Nullable Integer rejected;
    private String cell = "";
    private int cellRow;
    private String column = "";

    /**
     * A CSV that was taken in before.
     *
     * @param receivedAt ISO with offset
     */
    record Earlier(String fileName, String csv, String receivedAt) {}

    private MatrixCase(String row, String variant, Action action) {
        this.row = row;
        this.variant = variant;
        this.action = action;
    }

    /**
     * @param row its id in the matrix: {@code C-07}
     * @param variant what tells it from the row's others, in a few words or as typed
     */
    static MatrixCase of(String row, String variant, Action action) {
        return new MatrixCase(row, variant, action);
    }

    /**
     * A good sheet of the form with one strange value in row 2; row 3 is a good row that must be accepted whatever row 2 is.
     *
     * @param value a text for a text cell, a number for a number cell
     */
    static MatrixCase cell(String row, String form, String column, Object value, Action action) {
        return cell(row, String.valueOf(value), form, column, value, action);
    }

    static MatrixCase cell(String row, String variant, String form, String column, Object value, Action action) {
        GoodSheet sheet = GoodSheet.of(form).with(column, value);
        MatrixCase made = of(row, variant, action).file(NAME + ".xlsx", sheet.xlsx());
        made.form = form;
        made.cell = sheet.cell(column);
        made.cellRow = 2;
        made.column = column;
        made.accepted(action == Action.ROW ? 1 : 2);
        return made.rejected(action == Action.ROW ? 1 : 0);
    }

    /** The text of a CSV in UTF-8. */
    MatrixCase csv(String text) {
        return file(NAME + ".csv", text.getBytes(StandardCharsets.UTF_8));
    }

    MatrixCase xlsx(Consumer<Workbook> content) {
        return file(NAME + ".xlsx", GoodSheet.bytes(new XSSFWorkbook(), content));
    }

    MatrixCase xls(Consumer<Workbook> content) {
        return file(NAME + ".xls", GoodSheet.bytes(new HSSFWorkbook(), content));
    }

    MatrixCase file(String name, byte[] content) {
        fileName = name;
        bytes = content.clone();
        return this;
    }

    MatrixCase named(String name) {
        fileName = name;
        return this;
    }

    /** As if {@code --form} said so. */
    MatrixCase asked(String id) {
        form = id;
        return this;
    }

    /** As if {@code --institution} said so. */
    MatrixCase sentAs(String institution) {
        sender = institution;
        return this;
    }

    /** As if {@code --date} said so. */
    MatrixCase sentFor(String date) {
        period = date;
        return this;
    }

    /** A form of the home's own beside the shipped ones, as YAML. */
    MatrixCase declares(String yaml) {
        declared = yaml;
        return this;
    }

    /** ISO with offset; the morning of the day if it is not said. */
    MatrixCase receivedAt(String moment) {
        receivedAt = moment;
        return this;
    }

    /** A sheet that was ingested before this one is; all such cases are answered by {@code ingest --json}. */
    MatrixCase after(String earlierFileName, String csv, String moment) {
        earlier.add(new Earlier(earlierFileName, csv, moment));
        return this;
    }

    /** The state that is answered. */
    MatrixCase state(String word) {
        state = word;
        return this;
    }

    /** A finding at the strange cell of {@link #cell}. */
    MatrixCase finds(FindingCode code) {
        return cell.isEmpty() ? ofAll(code) : finds(cell, code);
    }

    MatrixCase finds(String at, FindingCode code) {
        findings.add(at + " " + code);
        return this;
    }

    /** A finding of the whole sheet or file. */
    MatrixCase ofAll(FindingCode code) {
        findings.add("- " + code);
        return this;
    }

    /** The strange cell of {@link #cell} is read as this; null as blank. */
    MatrixCase reads(@Nullable Object value) {
        return reads(cellRow, column, value);
    }

    /** The row is accepted with this value, as JSON shows it; null where the column is left out. */
    MatrixCase reads(int ofRow, String ofColumn, @Nullable Object value) {
        reads.computeIfAbsent(ofRow, number -> new TreeMap<>()).put(ofColumn, value);
        return this;
    }

    MatrixCase accepted(int rows) {
        accepted = rows;
        return this;
    }

    MatrixCase rejected(int rows) {
        rejected = rows;
        return this;
    }

    MatrixCase ignores(int ofRow, Reason reason) {
        ignored.put(ofRow, reason);
        return this;
    }

    String row() {
        return row;
    }

    String variant() {
        return variant;
    }

    Action action() {
        return action;
    }

    String fileName() {
        return fileName;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    @Nullable
    String form() {
        return form;
    }

    @Nullable
    String sender() {
        return sender;
    }

    @Nullable
    String period() {
        return period;
    }

    @Nullable
    String declared() {
        return declared;
    }

    String receivedAt() {
        return receivedAt;
    }

    List<Earlier> earlier() {
        return List.copyOf(earlier);
    }

    /** Null where the case does not say. */
    @Nullable
    String state() {
        return state;
    }

    /** {@code "C3 NUMBER_INVALID"}, {@code "- EMPTY_FILE"}; of all sheets of the file together. */
    List<String> findings() {
        return List.copyOf(findings);
    }

    Map<Integer, SortedMap<String, @Nullable Object>> reads() {
        return reads;
    }

    Map<Integer, Reason> ignored() {
        return ignored;
    }

    /** Null where the case does not say. */
    @Nullable
    Integer acceptedRows() {
        return accepted;
    }

    /** Null where the case does not say. */
    @Nullable
    Integer rejectedRows() {
        return rejected;
    }

    @Override
    public String toString() {
        return row + " " + variant;
    }
}
