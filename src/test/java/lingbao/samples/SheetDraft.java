package lingbao.samples;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A sheet of the truth while it is being thought up. A cell is only kept where the layout has its column. */
final class SheetDraft {

    private final String form;
    private final String institution;
    private final LocalDate day;
    private final Layout layout;
    private final List<Map<String, TruthCell>> rows = new ArrayList<>();
    private final List<Flaw> flaws = new ArrayList<>();

    SheetDraft(String form, String institution, LocalDate day, Layout layout) {
        this.form = form;
        this.institution = institution;
        this.day = day;
        this.layout = layout;
    }

    int size() {
        return rows.size();
    }

    Layout layout() {
        return layout;
    }

    SheetDraft row() {
        rows.add(new LinkedHashMap<>());
        return this;
    }

    /** In the last row; nothing where the layout lacks the column. */
    SheetDraft fill(String column, @Nullable Object written, @Nullable Object value) {
        if (layout.has(column)) {
            rows.get(rows.size() - 1).put(column, new TruthCell(written, value));
        }
        return this;
    }

    SheetDraft fill(String column, @Nullable Object value) {
        return fill(column, value, value);
    }

    /** Says something else in a cell. */
    SheetDraft set(int row, String column, @Nullable Object written, @Nullable Object value) {
        if (!layout.has(column)) {
            throw new IllegalArgumentException("the layout has no column " + column);
        }
        rows.get(row).put(column, new TruthCell(written, value));
        return this;
    }

    SheetDraft temperature(int row, String degrees) {
        BigDecimal value = new BigDecimal(degrees);
        return set(row, "morningTemperature", value, value);
    }

    SheetDraft symptoms(int row, String... words) {
        return set(row, "symptoms", String.join("、", words), List.of(words));
    }

    /** Damages a cell, so that its row is refused. */
    SheetDraft damage(int row, String column, @Nullable Object written, String code) {
        return set(row, column, written, null).error(row, column, code);
    }

    SheetDraft error(int row, String column, String code) {
        flaws.add(new Flaw(code, true, row, column));
        return this;
    }

    SheetDraft warning(int row, String column, String code) {
        flaws.add(new Flaw(code, false, row, column));
        return this;
    }

    SheetDraft sheetWarning(String code) {
        flaws.add(Flaw.ofSheet(code, false));
        return this;
    }

    /** Makes the sheet wrong as a whole. */
    SheetDraft refused(String code) {
        flaws.add(Flaw.ofSheet(code, true));
        return this;
    }

    SheetDraft remove(int row) {
        rows.remove(row);
        return this;
    }

    /** Takes the answers out of each row, as in a sheet that was prepared and never filled in. */
    SheetDraft unanswered(List<String> kept) {
        rows.forEach(row -> row.keySet().retainAll(kept));
        return this;
    }

    SheetDraft empty() {
        rows.clear();
        return this;
    }

    /** With the warnings that an unanswered row and a sheet without an answer get. */
    TruthSheet truth() {
        List<TruthRow> said = rows.stream().map(TruthRow::new).toList();
        TruthSheet bare = new TruthSheet(form, institution, day, said, flaws);
        List<Flaw> all = new ArrayList<>(flaws);
        for (int row = 0; row < said.size(); row++) {
            if (!bare.isAnswered(row)) {
                all.add(new Flaw("NOT_ANSWERED", false, row, ""));
            }
        }
        if (!bare.isRejected() && bare.accepted().isEmpty()) {
            all.add(Flaw.ofSheet("ZERO_NOT_DECLARED", false));
        }
        all.sort(Comparator.comparingInt(Flaw::row));
        return new TruthSheet(form, institution, day, said, all);
    }

    PlacedSheet placed() {
        return layout.place(truth());
    }
}
