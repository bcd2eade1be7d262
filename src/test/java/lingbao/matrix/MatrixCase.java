package lingbao.matrix;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import lingbao.domain.FindingCode;
import lingbao.domain.IgnoredRow.Reason;
import lingbao.run.CheckLine;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
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
    private String variant;
    private final Action action;

    private String fileName = NAME + ".csv";
    private Supplier<byte[]> bytes = () -> new byte[0];
    private @Nullable String form;
    private @Nullable String sender;
    private @Nullable String period;
    private String receivedAt = CheckLine.DAY + "T08:00:00+08:00";
    private final List<Earlier> earlier = new ArrayList<>();
    private @Nullable String state;

    private final List<String> findings = new ArrayList<>();
    private final List<String> unsaid = new ArrayList<>();
    private final SortedMap<Integer, SortedMap<String, @Nullable Object>> reads = new TreeMap<>();
    private final SortedMap<Integer, Reason> ignored = new TreeMap<>();
    private final List<String> words = new ArrayList<>();
    private final SortedMap<String, String> declared = new TreeMap<>();
    private int seconds;
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
        return cell(row, variant, form, column, sheet, action).file(NAME + ".xlsx", sheet.xlsx());
    }

    /** As {@link #cell}, with a cell that is more than a text or a number: a formula, a format, a style. */
    static MatrixCase xlsxCell(
            String row, String variant, String form, String column, Consumer<Cell> filling, Action action) {
        GoodSheet sheet = GoodSheet.of(form);
        return cell(row, variant, form, column, sheet, action)
                .file(NAME + ".xlsx", sheet.filled(new XSSFWorkbook(), column, filling));
    }

    static MatrixCase xlsCell(
            String row, String variant, String form, String column, Consumer<Cell> filling, Action action) {
        GoodSheet sheet = GoodSheet.of(form);
        return cell(row, variant, form, column, sheet, action)
                .file(NAME + ".xls", sheet.filled(new HSSFWorkbook(), column, filling));
    }

    private static MatrixCase cell(
            String row, String variant, String form, String column, GoodSheet sheet, Action action) {
        MatrixCase made = of(row, variant, action);
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
        byte[] kept = content.clone();
        return file(name, kept::clone);
    }

    /** Bytes that are made when the case is tried, because there are many of them. */
    MatrixCase file(String name, Supplier<byte[]> content) {
        fileName = name;
        bytes = content;
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
        String id = yaml.lines().findFirst().orElse("").replace("id:", "").strip();
        declared.put("forms/" + id + ".yml", yaml);
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

    /** A finding's message or what it tells to do holds this text. */
    MatrixCase says(String text) {
        words.add(text);
        return this;
    }

    /** In a home whose {@code jobs} hold this file. */
    MatrixCase declares(String name, String content) {
        declared.put(name, content);
        return this;
    }

    /** Answered within so many seconds of work. */
    MatrixCase within(int ofWork) {
        seconds = ofWork;
        return this;
    }

    /** Nothing that is answered holds this. */
    MatrixCase silentAbout(String words) {
        unsaid.add(words);
        return this;
    }

    /** The same in other words, where the input itself can't be shown. */
    MatrixCase called(String words) {
        variant = words;
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
        return bytes.get();
    }

    @Nullable
    String form() {
        return form;
    }

    List<String> unsaid() {
        return List.copyOf(unsaid);
    }

    @Nullable
    String sender() {
        return sender;
    }

    @Nullable
    String period() {
        return period;
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

    List<String> words() {
        return List.copyOf(words);
    }

    /** Content by name, in the folder {@code jobs} of a home; mostly empty. */
    Map<String, String> declared() {
        return declared;
    }

    /** 0 where the case does not say. */
    int seconds() {
        return seconds;
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
