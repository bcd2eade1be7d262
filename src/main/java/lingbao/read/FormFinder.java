package lingbao.read;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lingbao.catalogue.Choice;
import lingbao.catalogue.Column;
import lingbao.catalogue.ColumnType;
import lingbao.catalogue.FileRules;
import lingbao.catalogue.Form;
import lingbao.catalogue.TemplateMark;
import lingbao.domain.CellAddress;
import lingbao.domain.Finding;
import lingbao.domain.FindingCode;
import lingbao.domain.TraditionalCharacters;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;

/**
 * Finds which form a sheet is, and which column is which, by the headings alone. A row is a form's heading when it names
 * at least two of the form's columns and at least half of its required ones; of several, the form wins of which most is
 * named, required columns counting double, and after that the one that lacks fewer required columns. A template's mark
 * decides before all that, where the headings are its form's at all.
 */
final class FormFinder {

    /** How far down a heading is looked for, in filled rows. */
    static final int ROWS_LOOKED_AT = 30;

    /** How many columns that no form knows are told one by one. */
    private static final int UNKNOWN_TOLD = 50;

    private static final int LONGEST_HEADING = 60;
    private static final String BRACKETS = "(（[【〔{［｛";
    private static final int HEADINGS_REMEMBERED = 1_000;

    private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

    private final List<KnownForm> forms;
    private final FileRules.Answer otherTemplates;

    /** Whether a text is a heading of a form, for the few words that stand in thousands of rows. */
    private final Map<String, Boolean> headingsSeen = new ConcurrentHashMap<>();

    /** The texts that may be a column's name or one end of it, for sheet after sheet has the same. */
    private final Map<String, Heading> wordEndsSeen = new ConcurrentHashMap<>();

    /** The letters with which a heading of a form may begin. */
    private final BitSet beginnings;

    /** All with which the name of any form's column begins or ends, folded. */
    private final Set<String> wordEnds;

    /** All names of columns, folded. */
    private final Set<String> names;

    /** All letters of these ends. */
    private final BitSet wordLetters = new BitSet();

    FormFinder(Collection<Form> forms) {
        this(forms, FileRules.STANDARD.otherTemplates());
    }

    /** @param otherTemplates what becomes of a sheet whose template's mark is not its form's */
    FormFinder(Collection<Form> forms, FileRules.Answer otherTemplates) {
        this.otherTemplates = otherTemplates;
        this.forms = forms.stream().map(KnownForm::of).toList();
        this.beginnings = beginnings(this.forms);
        this.wordEnds = wordEnds(this.forms);
        this.names = this.forms.stream()
                .flatMap(form -> form.byHeading().keySet().stream())
                .collect(Collectors.toSet());
        wordEnds.forEach(end -> end.chars().forEach(wordLetters::set));
    }

    /**
     * What a sheet's head says.
     *
     * @param form null where it is no form of ours, or could be two
     * @param topRow the first row of the heading; 0 without a form
     * @param headingRow the last row of the heading; 0 without a form
     * @param headed the columns with a heading, ours or not
     * @param reached with them, those that a merged heading or another of its rows stands over
     * @param width as {@link RecognisedForm#width}
     * @param wide the headings of ours that are merged over further columns, which have none
     * @param missing whether a required column is missing
     */
    record Found(
            @Nullable Form form,
            int topRow,
            int headingRow,
            SortedMap<Integer, Column> columns,
            SortedMap<Integer, String> headings,
            List<HeadingGroup> groups,
            Set<Integer> headed,
            Set<Integer> reached,
            int width,
            List<MergedRange> wide,
            boolean missing,
            List<Finding> findings) {

        /** Null where there is no form, or a required column is missing. */
        @Nullable
        RecognisedForm recognised() {
            return form == null || missing
                    ? null
                    : new RecognisedForm(form, headingRow, columns, new TreeMap<>(headings), reached, width, groups);
        }

        boolean isAmbiguous() {
            return findings.stream().anyMatch(finding -> finding.code() == FindingCode.FORM_AMBIGUOUS);
        }

        /** Whether each filled cell of the row says what this heading says in its column, or one line of it. */
        boolean repeats(RawRow row) {
            int filled = 0;
            for (int column = 0; column < row.cells().size(); column++) {
                String said = Heading.fold(row.cell(column).text());
                if (said.isEmpty()) {
                    continue;
                }
                String heading = headings.getOrDefault(column, "");
                if (!heading.equals(said) && (said.length() < 2 || !heading.contains(said))) {
                    return false;
                }
                filled++;
            }
            return filled >= Math.min(2, headings.size()) && filled > 0;
        }

        boolean saysTheSameAs(Found other) {
            return form == other.form && headings.equals(other.headings) && columns.equals(other.columns);
        }

        /** The same heading in another row. */
        Found standingAt(int row) {
            return new Found(
                    form, row, row, columns, headings, groups, headed, reached, width, wide, missing, findings);
        }

        /** The same heading, down to a lower row. */
        Found endingAt(int row) {
            return new Found(
                    form, topRow, row, columns, headings, groups, headed, reached, width, wide, missing, findings);
        }

        static Found nothing(List<Finding> findings) {
            return new Found(
                    null,
                    0,
                    0,
                    new TreeMap<>(),
                    new TreeMap<>(),
                    List.of(),
                    Set.of(),
                    Set.of(),
                    RecognisedForm.UNBOUNDED,
                    List.of(),
                    false,
                    List.copyOf(findings));
        }
    }

    /** A form's headings, folded. */
    private record KnownForm(
            Form form,
            Map<String, Column> byHeading,
            Set<String> readOver,
            Map<String, String> units,
            long required,
            TemplateMark mark) {

        static KnownForm of(Form form) {
            Map<String, Column> byHeading = new HashMap<>();
            for (Column column : form.columns()) {
                names(column)
                        .forEach(name -> byHeading.putIfAbsent(Heading.of(name).whole(), column));
            }
            // 浓度(mg/L) is also known without its brackets, unless another column is called so.
            for (Column column : form.columns()) {
                names(column)
                        .forEach(name -> byHeading.putIfAbsent(Heading.of(name).base(), column));
            }
            return new KnownForm(
                    form,
                    byHeading,
                    form.readOver().stream()
                            .map(name -> Heading.of(name).base())
                            .collect(Collectors.toSet()),
                    units(form),
                    form.columns().stream().filter(Column::required).count(),
                    TemplateMark.of(form));
        }

        /** By the column's id, where it or its heading names one. */
        private static Map<String, String> units(Form form) {
            Map<String, String> units = new HashMap<>();
            for (Column column : form.columns()) {
                String declared = column.unit();
                String known = declared == null ? Heading.of(column.heading()).unit() : Heading.unitOf(declared);
                String unit = known == null ? declared : known;
                if (unit != null) {
                    units.put(column.id(), unit);
                }
            }
            return units;
        }

        /** What a column's numbers are told in. Whole numbers without a unit count one by one, and so never in thousands. */
        @Nullable
        String unitWanted(Column column, @Nullable String written) {
            String unit = units.get(column.id());
            boolean counts = column.type() == ColumnType.INTEGER && written != null && Heading.isMultiple(written);
            return unit == null && counts ? "人" : unit;
        }

        private static List<String> names(Column column) {
            List<String> names = new ArrayList<>(column.aliases());
            names.add(0, column.heading());
            return names;
        }
    }

    /**
     * A heading cell in its place.
     *
     * @param above the heading above it, which may be merged over several columns
     * @param own whether the text stands in this very row, and is not lent from above
     * @param together whether it may make a name with the text above
     * @param aboveRow where the text above begins, or the text itself where it is lent
     * @param readings what it may be called, of the names that a form's column has
     */
    private record HeadingCell(
            Heading heading, Heading above, boolean own, boolean together, int aboveRow, List<String> readings) {

        /**
         * @param isGroup whether the text above stands over several columns
         * @param wordEnds what the text above must be for a name to be made of both
         */
        static HeadingCell own(
                Heading heading,
                Heading above,
                int aboveRow,
                boolean isGroup,
                Set<String> names,
                Set<String> wordEnds) {
            boolean together = above.isTimeOfDay()
                    || wordEnds.contains(above.whole())
                    || wordEnds.contains(above.base())
                    || isGroup && heading.makesAnother(above);
            List<String> readings = heading.readings(together ? above : Heading.NONE);
            return new HeadingCell(heading, above, true, together, aboveRow, known(readings, names));
        }

        static HeadingCell lent(Heading heading, int row, Set<String> names) {
            List<String> readings = known(heading.readings(Heading.NONE), names);
            return new HeadingCell(heading, Heading.NONE, false, false, row, readings);
        }

        /** Each form is asked for each of them. */
        private static List<String> known(List<String> readings, Set<String> names) {
            readings.removeIf(reading -> !names.contains(reading));
            return readings;
        }
    }

    /** One form tried on one row. */
    private record Fit(
            KnownForm known, int row, SortedMap<Integer, HeadingCell> cells, Map<String, List<Integer>> places) {

        long requiredNamed() {
            return known.form().columns().stream()
                    .filter(column -> column.required() && places.containsKey(column.id()))
                    .count();
        }

        long score() {
            return places.size() + requiredNamed();
        }

        long missing() {
            return known.required() - requiredNamed();
        }

        boolean isEnough() {
            return places.size() >= 2 && requiredNamed() * 2 >= known.required();
        }

        /** More than half of what stands in the row is known; of labels with values beside them it never is. */
        boolean isMostlyKnown() {
            Set<Integer> taken = taken();
            int mine = 0;
            int all = 0;
            for (Map.Entry<Integer, HeadingCell> cell : cells.entrySet()) {
                if (cell.getValue().own()) {
                    all++;
                    mine += taken.contains(cell.getKey()) || isReadOver(cell.getValue()) ? 1 : 0;
                }
            }
            return mine * 2 > all;
        }

        /** The places of the form's columns. */
        Set<Integer> taken() {
            Set<Integer> taken = new HashSet<>();
            places.values().forEach(taken::addAll);
            return taken;
        }

        boolean isReadOver(HeadingCell cell) {
            return known.readOver().contains(cell.heading().base());
        }

        /** How many of the form's columns here the row fills. */
        long filled(RawRow row) {
            return places.values().stream()
                    .filter(places ->
                            places.stream().anyMatch(place -> !row.cell(place).isBlank()))
                    .count();
        }
    }

    private static final Comparator<Fit> BETTER =
            Comparator.comparingLong(Fit::score).thenComparing(Fit::missing, Comparator.reverseOrder());

    /** How well the best form fits; 0 where none does. To tell one separator of a text file from another. */
    long bestScore(List<RawRow> head) {
        return bestFits(head, List.of(), null).stream()
                .mapToLong(Fit::score)
                .max()
                .orElse(0);
    }

    /** A quick look, so that no time is lost on the rows of a large sheet: false where the row can't be a heading. */
    boolean mayBeHeading(RawRow row) {
        if (!isAllText(row)) {
            return false;
        }
        int words = 0;
        for (RawCell cell : row.cells()) {
            words += beginsLikeAHeading(cell.text()) && isHeading(cell.text()) ? 1 : 0;
        }
        return words >= 2;
    }

    /** No number, and no truth value; a date may stand in a heading. */
    static boolean isAllText(RawRow row) {
        for (RawCell cell : row.cells()) {
            if (cell.kind() == RawCell.Kind.NUMBER && !cell.dateFormatted() || cell.kind() == RawCell.Kind.BOOLEAN) {
                return false;
            }
        }
        return true;
    }

    private boolean isHeading(String text) {
        if (text.length() > LONGEST_HEADING) {
            return false;
        }
        Boolean known = headingsSeen.get(text);
        if (known == null) {
            Heading heading = Heading.of(text);
            List<String> readings = heading.readings(Heading.NONE);
            known = forms.stream()
                    .anyMatch(form -> form.readOver().contains(heading.base())
                            || readings.stream().anyMatch(form.byHeading()::containsKey));
            if (headingsSeen.size() < HEADINGS_REMEMBERED) {
                headingsSeen.put(text, known);
            }
        }
        return known;
    }

    private boolean beginsLikeAHeading(String text) {
        for (int index = 0; index < text.length(); index++) {
            char letter = text.charAt(index);
            if (Character.isLetterOrDigit(letter)) {
                char narrow = letter >= 0xFF01 && letter <= 0xFF5E ? (char) (letter - 0xFEE0) : letter;
                return beginnings.get(Character.toLowerCase(narrow));
            }
        }
        return false;
    }

    private static Set<String> wordEnds(List<KnownForm> forms) {
        Set<String> ends = new HashSet<>();
        for (KnownForm known : forms) {
            for (String name : known.byHeading().keySet()) {
                for (int length = 1; length <= name.length(); length++) {
                    ends.add(name.substring(0, length));
                    ends.add(name.substring(name.length() - length));
                }
            }
        }
        return ends;
    }

    private static BitSet beginnings(List<KnownForm> forms) {
        BitSet beginnings = new BitSet();
        for (KnownForm known : forms) {
            Stream.concat(known.byHeading().keySet().stream(), known.readOver().stream())
                    .forEach(name -> name.chars()
                            .filter(Character::isLetterOrDigit)
                            .findFirst()
                            .ifPresent(beginnings::set));
        }
        return beginnings;
    }

    /** @param head the sheet's first rows */
    Found find(@Nullable String sheet, List<RawRow> head, List<MergedRange> merges) {
        TemplateMark mark = mark(head);
        List<Fit> best = bestFits(head, merges, mark);
        if (best.size() == 1) {
            Map<Integer, RawRow> rows = rowsDownTo(head, headingRow(best.get(0), merges));
            return found(sheet, withoutTitles(withoutGroups(best.get(0), rows, merges), merges), mark, rows, merges);
        }
        List<Finding> findings = new ArrayList<>();
        if (mark != null) {
            findings.add(Finding.ofSheet(FindingCode.TEMPLATE_DIFFERS, sheet, mark.form()));
        }
        if (best.size() > 1) {
            String names = best.stream().map(fit -> fit.known().form().name()).collect(Collectors.joining("、"));
            findings.add(Finding.ofSheet(FindingCode.FORM_AMBIGUOUS, sheet, names));
        }
        return Found.nothing(findings);
    }

    private static @Nullable TemplateMark mark(List<RawRow> head) {
        for (RawRow row : head) {
            for (RawCell cell : row.cells()) {
                Optional<TemplateMark> mark = TemplateMark.in(cell.text());
                if (mark.isPresent()) {
                    return mark.get();
                }
            }
        }
        return null;
    }

    /** The forms that fit the sheet's first table best, each on its best row; more than one only where nothing tells them apart. */
    private List<Fit> bestFits(List<RawRow> head, List<MergedRange> merges, @Nullable TemplateMark mark) {
        if (mark != null) {
            List<KnownForm> marked = forms.stream()
                    .filter(known -> known.form().id().equals(mark.form()))
                    .toList();
            List<Fit> fits = fitsOfFirstTable(marked, head, merges);
            if (!fits.isEmpty()) {
                return best(fits);
            }
        }
        return best(fitsOfFirstTable(forms, head, merges));
    }

    /** Down to the first data below a heading: a better one further down begins a table of its own. */
    private List<Fit> fitsOfFirstTable(List<KnownForm> forms, List<RawRow> head, List<MergedRange> merges) {
        List<Fit> fits = new ArrayList<>();
        Fit first = null;
        RowTexts texts = new RowTexts(head, merges);
        for (RawRow row : head) {
            List<Fit> ofRow = fits(forms, row, texts);
            if (first != null && ofRow.isEmpty() && first.filled(row) >= 2) {
                return fits;
            }
            if (first == null) {
                first = ofRow.stream().filter(Fit::isMostlyKnown).findFirst().orElse(null);
            }
            fits.addAll(ofRow);
        }
        return fits;
    }

    private List<Fit> fits(List<KnownForm> forms, RawRow row, RowTexts texts) {
        int words = 0;
        for (RawCell cell : row.cells()) {
            words += mayBeWordEnd(cell.text()) ? 1 : 0;
        }
        if (words == 0 || words == 1 && !texts.mayNameTwo(row, words)) {
            return List.of();
        }
        SortedMap<Integer, HeadingCell> cells = texts.headingCells(row);
        List<Fit> fits = new ArrayList<>();
        for (KnownForm known : forms) {
            Fit fit = fit(known, row.number(), cells);
            if (fit.isEnough()) {
                fits.add(fit);
            }
        }
        return fits;
    }

    /** A heading stands at the beginning or the end of what its column is called, alone or beside the one above. */
    private boolean mayBeWordEnd(String text) {
        if (wordEndsSeen.containsKey(text)) {
            return true;
        }
        for (int index = 0; index < text.length(); index++) {
            char letter = text.charAt(index);
            // Of letters that folding leaves as they are, one is enough to tell most data from a heading.
            boolean plain = letter >= '0' && letter <= '9' || letter >= 'a' && letter <= 'z';
            boolean ideograph = letter >= '\u4e00' && letter <= '\u9fff';
            if (BRACKETS.indexOf(letter) >= 0) {
                // What stands in brackets may be any words: 姓名（必填）.
                break;
            }
            if ((plain || ideograph) && !wordLetters.get(TraditionalCharacters.simplified(letter))) {
                return false;
            }
        }
        Heading heading = Heading.of(text);
        boolean wordEnd = wordEnds.contains(heading.whole()) || wordEnds.contains(heading.base());
        if (wordEnd && text.length() <= LONGEST_HEADING && wordEndsSeen.size() < HEADINGS_REMEMBERED) {
            wordEndsSeen.put(text, heading);
        }
        return wordEnd;
    }

    private Heading heading(String text) {
        Heading seen = wordEndsSeen.get(text);
        return seen == null ? Heading.of(text) : seen;
    }

    private static List<Fit> best(List<Fit> fits) {
        Map<String, Fit> byForm = new LinkedHashMap<>();
        // The first of equal rows is the heading; a later one repeats it.
        fits.forEach(fit -> byForm.merge(
                fit.known().form().id(), fit, (first, later) -> BETTER.compare(later, first) > 0 ? later : first));
        List<Fit> best = new ArrayList<>();
        for (Fit fit : byForm.values()) {
            int comparison = best.isEmpty() ? 1 : BETTER.compare(fit, best.get(0));
            if (comparison > 0) {
                best.clear();
            }
            if (comparison >= 0) {
                best.add(fit);
            }
        }
        return best;
    }

    private static Fit fit(KnownForm known, int row, SortedMap<Integer, HeadingCell> cells) {
        Map<String, List<Integer>> places = new LinkedHashMap<>();
        boolean own = false;
        for (Map.Entry<Integer, HeadingCell> cell : cells.entrySet()) {
            Column column = columnNamed(known, cell.getValue().readings());
            if (column != null) {
                places.computeIfAbsent(column.id(), id -> new ArrayList<>()).add(cell.getKey());
                own |= cell.getValue().own();
            }
        }
        return new Fit(known, row, cells, own ? places : Map.of());
    }

    private static @Nullable Column columnNamed(KnownForm known, List<String> readings) {
        for (String reading : readings) {
            Column column = known.byHeading().get(reading);
            if (column != null) {
                return column;
            }
        }
        return null;
    }

    /** 体温 over two columns that are called otherwise is the name of neither. */
    private static Fit withoutGroups(Fit fit, Map<Integer, RawRow> rows, List<MergedRange> merges) {
        List<MergedRange> wide = merges.stream()
                .filter(merge -> merge.firstRow() == fit.row() && merge.lastColumn() > merge.firstColumn())
                .toList();
        if (wide.isEmpty()) {
            return fit;
        }
        int headingRow = headingRow(fit, merges);
        Map<String, List<Integer>> places = new LinkedHashMap<>();
        fit.places().forEach((id, found) -> {
            List<Integer> kept = found.stream()
                    .filter(place -> wide.stream()
                            .noneMatch(merge -> merge.covers(fit.row(), place)
                                    && isHeadedBelow(place, merge.lastRow(), headingRow, rows)))
                    .toList();
            if (!kept.isEmpty()) {
                places.put(id, kept);
            }
        });
        return new Fit(fit.known(), fit.row(), fit.cells(), places);
    }

    /** Where no column of ours is named by the row above, what stands there over an empty place is a title. */
    private static Fit withoutTitles(Fit fit, List<MergedRange> merges) {
        boolean headingAbove = fit.known().form().columns().stream()
                .anyMatch(column -> fit.places().getOrDefault(column.id(), List.of()).stream()
                        .anyMatch(place -> topRow(fit, place, column) < fit.row()));
        if (headingAbove) {
            return fit;
        }
        SortedMap<Integer, HeadingCell> cells = new TreeMap<>(fit.cells());
        cells.entrySet()
                .removeIf(cell -> !cell.getValue().own()
                        && !fit.isReadOver(cell.getValue())
                        && merges.stream().noneMatch(merge -> merge.covers(fit.row(), cell.getKey())));
        return new Fit(fit.known(), fit.row(), cells, fit.places());
    }

    private static boolean isHeadedBelow(int place, int row, int headingRow, Map<Integer, RawRow> rows) {
        for (int below = row + 1; below <= headingRow; below++) {
            if (!text(rows, below, place).isBlank()) {
                return true;
            }
        }
        return false;
    }

    private Found found(
            @Nullable String sheet,
            Fit fit,
            @Nullable TemplateMark mark,
            Map<Integer, RawRow> rows,
            List<MergedRange> merges) {
        KnownForm known = fit.known();
        HeadingGroups groups = HeadingGroups.in(fit);
        List<HeadingGroup> sides = groups.isEmpty() ? sides(fit) : List.of();
        List<Finding> findings = new ArrayList<>();
        SortedMap<Integer, Column> columns = new TreeMap<>();
        SortedMap<Integer, String> headings = new TreeMap<>();
        fit.cells().forEach((place, cell) -> headings.put(place, cell.heading().whole()));
        int headingRow = headingRow(fit, merges);
        int topRow = fit.row();
        for (Column column : known.form().columns()) {
            List<Integer> places = groups.kept(fit.places().getOrDefault(column.id(), List.of()));
            if (!places.isEmpty()) {
                for (int place : groups.isEmpty() && sides.isEmpty() ? places.subList(0, 1) : places) {
                    columns.put(place, column);
                    topRow = Math.min(
                            topRow,
                            groups.isEmpty()
                                    ? topRow(fit, place, column)
                                    : at(fit, place).aboveRow());
                }
            } else if (column.required()) {
                findings.add(Finding.ofSheet(
                        FindingCode.MISSING_COLUMN, sheet, column.heading(), nearest(column, fit, rows)));
            }
        }
        boolean missing = !findings.isEmpty();
        findings.addAll(doubt(mark, known, sheet));
        if (groups.isEmpty() && sides.isEmpty()) {
            findings.addAll(duplicates(sheet, fit));
        }
        findings.addAll(otherUnits(sheet, fit));
        findings.addAll(otherUnitAbove(sheet, fit, topRow, rows));
        findings.addAll(unknown(sheet, fit, rows));
        SortedSet<Integer> reached = reached(fit, headingRow, rows, merges);
        return new Found(
                known.form(),
                topRow,
                headingRow,
                columns,
                headings,
                sides.isEmpty() ? groups.of(columns) : sides,
                new TreeSet<>(fit.cells().keySet()),
                reached,
                sheet == null ? width(topRow, reached, rows) : RecognisedForm.UNBOUNDED,
                wide(fit, columns, merges),
                missing,
                findings);
    }

    private static SortedSet<Integer> reached(
            Fit fit, int headingRow, Map<Integer, RawRow> rows, List<MergedRange> merges) {
        SortedSet<Integer> reached = new TreeSet<>(fit.cells().keySet());
        for (RawRow row : rows.values()) {
            boolean ofHeading = fit.row() <= row.number() && row.number() <= headingRow;
            for (int place = 0; ofHeading && place < row.cells().size(); place++) {
                if (!row.cell(place).text().isBlank()) {
                    reached.add(place);
                }
            }
        }
        for (MergedRange merge : merges) {
            if (merge.firstRow() <= headingRow
                    && merge.lastRow() >= fit.row()
                    && reached.contains(merge.firstColumn())) {
                for (int place = merge.firstColumn(); place <= merge.lastColumn(); place++) {
                    reached.add(place);
                }
            }
        }
        return reached;
    }

    /** @param rows down to the last one of the heading */
    private static int width(int topRow, SortedSet<Integer> reached, Map<Integer, RawRow> rows) {
        int written = rows.values().stream()
                .filter(row -> row.number() >= topRow)
                .mapToInt(row -> row.cells().size())
                .max()
                .orElse(0);
        return Math.max(written, reached.last() + 1);
    }

    private static List<MergedRange> wide(Fit fit, SortedMap<Integer, Column> columns, List<MergedRange> merges) {
        return merges.stream()
                .filter(merge -> columns.containsKey(merge.firstColumn())
                        && merge.lastColumn() > merge.firstColumn()
                        && merge.covers(fit.row(), merge.firstColumn())
                        && fit.cells()
                                .subMap(merge.firstColumn() + 1, merge.lastColumn() + 1)
                                .isEmpty())
                .toList();
    }

    private List<Finding> doubt(@Nullable TemplateMark mark, KnownForm found, @Nullable String sheet) {
        if (mark == null || mark.equals(found.mark())) {
            return List.of();
        }
        if (otherTemplates == FileRules.Answer.REFUSE) {
            return List.of(Finding.ofSheet(
                    FindingCode.TEMPLATE_NOT_CURRENT,
                    sheet,
                    mark.text(),
                    found.form().name(),
                    found.mark().text()));
        }
        return List.of(
                mark.form().equals(found.form().id())
                        ? Finding.ofSheet(
                                FindingCode.TEMPLATE_OUTDATED,
                                sheet,
                                found.form().name())
                        : Finding.ofSheet(FindingCode.TEMPLATE_DIFFERS, sheet, mark.form()));
    }

    /**
     * The groups that the headings above tell: each place of a column that stands several times lies under another word of the
     * form's choice column. A total beside them (合计 over 应到人数) is nobody's.
     *
     * @param wordByPlace the group of each place of ours under one
     * @param totals places of ours under a total
     */
    private record HeadingGroups(SortedMap<Integer, String> wordByPlace, Set<Integer> totals) {

        private static final HeadingGroups NONE = new HeadingGroups(new TreeMap<>(), Set.of());
        private static final Set<String> TOTALS = Set.of("合计", "总计", "小计", "共计", "总数", "全部");

        static HeadingGroups in(Fit fit) {
            String id = fit.known().form().groups();
            boolean twice = fit.places().values().stream().anyMatch(places -> places.size() > 1);
            if (id == null || !twice || fit.places().containsKey(id)) {
                return NONE;
            }
            Map<String, String> words = words(fit.known().form().column(id).orElseThrow());
            SortedMap<Integer, String> wordByPlace = new TreeMap<>();
            Set<Integer> totals = new TreeSet<>();
            for (List<Integer> places : fit.places().values()) {
                for (int place : places) {
                    String above = at(fit, place).above().base();
                    String word = words.get(above);
                    if (word != null) {
                        wordByPlace.put(place, word);
                    } else if (TOTALS.contains(above)) {
                        totals.add(place);
                    }
                }
                List<String> told = places.stream()
                        .filter(place -> !totals.contains(place))
                        .map(place -> wordByPlace.getOrDefault(place, ""))
                        .toList();
                if (told.size() > 1 && (told.contains("") || Set.copyOf(told).size() < told.size())) {
                    return NONE;
                }
            }
            return new HeadingGroups(wordByPlace, totals);
        }

        private static Map<String, String> words(Column column) {
            Map<String, String> words = new HashMap<>();
            for (Choice choice : column.choices()) {
                words.put(Heading.of(choice.word()).base(), choice.word());
                choice.aliases().forEach(alias -> words.put(Heading.of(alias).base(), choice.word()));
            }
            return words;
        }

        boolean isEmpty() {
            return wordByPlace.isEmpty();
        }

        List<Integer> kept(List<Integer> places) {
            return places.stream().filter(place -> !totals.contains(place)).toList();
        }

        /** In the order of the sheet. */
        List<HeadingGroup> of(SortedMap<Integer, Column> columns) {
            List<HeadingGroup> groups = new ArrayList<>();
            for (String word : new LinkedHashSet<>(wordByPlace.values())) {
                SortedMap<Integer, Column> ofGroup = new TreeMap<>(columns);
                ofGroup.keySet()
                        .removeIf(
                                place -> !wordByPlace.getOrDefault(place, word).equals(word));
                groups.add(new HeadingGroup(word, ofGroup));
            }
            return groups;
        }
    }

    /** Where the heading of a column begins: higher up only where the text above is needed to know it. A title is not. */
    private static int topRow(Fit fit, int place, Column column) {
        HeadingCell cell = at(fit, place);
        boolean needsAbove = !cell.own()
                || cell.together()
                        && !column.equals(
                                columnNamed(fit.known(), cell.heading().readings(Heading.NONE)));
        return needsAbove ? cell.aboveRow() : fit.row();
    }

    /** A heading that is merged downwards ends where its merges end. */
    private static int headingRow(Fit fit, List<MergedRange> merges) {
        int last = fit.row();
        for (MergedRange merge : merges) {
            if (merge.firstRow() <= fit.row()
                    && merge.lastRow() > last
                    && merge.lastRow() <= fit.row() + 3
                    && fit.taken().stream().anyMatch(place -> merge.covers(fit.row(), place))) {
                last = merge.lastRow();
            }
        }
        return last;
    }

    private static String nearest(Column wanted, Fit fit, Map<Integer, RawRow> rows) {
        Set<Integer> taken = fit.taken();
        Map<String, Integer> distances = new LinkedHashMap<>();
        fit.cells().forEach((place, cell) -> {
            if (!taken.contains(place) && !fit.isReadOver(cell)) {
                int distance = KnownForm.names(wanted).stream()
                        .mapToInt(name -> DISTANCE.apply(
                                Heading.of(name).base(), cell.heading().base()))
                        .min()
                        .orElse(Integer.MAX_VALUE);
                distances.putIfAbsent(typed(rows, fit, place, cell), distance);
            }
        });
        String nearest = distances.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .limit(3)
                .map(Map.Entry::getKey)
                .collect(Collectors.joining("、"));
        return nearest.isEmpty() ? "无" : nearest;
    }

    /**
     * The tables that stand side by side, where the form reads them: each has every required column once and all of its
     * columns before the next one's. Empty where there is but one table, or where they can't be told apart.
     */
    private static List<HeadingGroup> sides(Fit fit) {
        Form form = fit.known().form();
        Collection<List<Integer>> all = fit.places().values();
        int count = all.stream().mapToInt(List::size).max().orElse(0);
        if (form.sideBySide() == Form.SideBySide.REFUSE || count < 2) {
            return List.of();
        }
        List<Integer> starts = new ArrayList<>();
        for (int side = 0; side < count; side++) {
            int which = side;
            starts.add(all.stream()
                    .filter(places -> places.size() == count)
                    .mapToInt(places -> places.get(which))
                    .min()
                    .orElse(0));
        }
        List<HeadingGroup> sides = new ArrayList<>();
        for (int side = 0; side < count; side++) {
            int from = side == 0 ? 0 : starts.get(side);
            int to = side + 1 < count ? starts.get(side + 1) : Integer.MAX_VALUE;
            SortedMap<Integer, Column> columns = new TreeMap<>();
            for (Column column : form.columns()) {
                List<Integer> own = fit.places().getOrDefault(column.id(), List.of()).stream()
                        .filter(place -> from <= place && place < to)
                        .toList();
                if (own.size() > 1 || own.isEmpty() && column.required()) {
                    return List.of();
                }
                own.forEach(place -> columns.put(place, column));
            }
            sides.add(new HeadingGroup(null, columns));
        }
        return sides;
    }

    /** One finding a column; where whole headings stand twice, two tables stand side by side, and one finding says so. */
    private static List<Finding> duplicates(@Nullable String sheet, Fit fit) {
        List<Column> twice = fit.known().form().columns().stream()
                .filter(column ->
                        fit.places().getOrDefault(column.id(), List.of()).size() > 1)
                .toList();
        boolean sideBySide = twice.size() >= 2
                && twice.size() * 2 >= fit.places().size()
                && twice.stream()
                                .mapToInt(column -> place(fit, column, 0))
                                .max()
                                .orElse(0)
                        < twice.stream()
                                .mapToInt(column -> place(fit, column, 1))
                                .min()
                                .orElse(0);
        if (sideBySide) {
            String names = twice.stream().map(Column::heading).collect(Collectors.joining("、"));
            return List.of(Finding.ofSheet(
                    FindingCode.TABLES_SIDE_BY_SIDE, sheet, names, range(fit, twice, 0) + "、" + range(fit, twice, 1)));
        }
        return twice.stream()
                .map(column -> Finding.ofSheet(
                        FindingCode.DUPLICATE_COLUMN,
                        sheet,
                        column.heading(),
                        fit.places().getOrDefault(column.id(), List.of()).stream()
                                .map(place -> new CellAddress(fit.row(), place).toString())
                                .collect(Collectors.joining("、"))))
                .toList();
    }

    private static int place(Fit fit, Column column, int which) {
        return fit.places().getOrDefault(column.id(), List.of()).get(which);
    }

    private static String range(Fit fit, List<Column> columns, int which) {
        List<Integer> places = columns.stream()
                .map(column -> place(fit, column, which))
                .sorted()
                .toList();
        return new MergedRange(fit.row(), places.get(0), fit.row(), places.get(places.size() - 1)).toString();
    }

    private static List<Finding> otherUnits(@Nullable String sheet, Fit fit) {
        List<Finding> findings = new ArrayList<>();
        for (Column column : fit.known().form().columns()) {
            for (int place : fit.places().getOrDefault(column.id(), List.of())) {
                HeadingCell cell = at(fit, place);
                String written = cell.heading().unit() != null
                        ? cell.heading().unit()
                        : cell.above().unit();
                String wanted = fit.known().unitWanted(column, written);
                boolean isLetter = cell.heading().isLettered()
                        && wanted != null
                        && !Heading.measureTheSame(wanted, String.valueOf(written));
                if (written != null && wanted != null && !written.equals(wanted) && !isLetter) {
                    findings.add(Finding.ofSheet(FindingCode.UNIT_DIFFERS, sheet, column.heading(), written, wanted));
                }
            }
        }
        return findings;
    }

    /** 单位：千人 above the table holds for every column that it can be said of. */
    private static List<Finding> otherUnitAbove(
            @Nullable String sheet, Fit fit, int topRow, Map<Integer, RawRow> rows) {
        for (RawRow row : rows.values()) {
            for (RawCell cell : row.number() < topRow ? row.cells() : List.<RawCell>of()) {
                String written = Heading.unitNotedIn(cell.text());
                Column other = written == null ? null : columnInAnotherUnit(fit, written);
                if (written != null && other != null) {
                    return List.of(Finding.ofSheet(
                            FindingCode.UNIT_DIFFERS,
                            sheet,
                            other.heading(),
                            written,
                            String.valueOf(fit.known().unitWanted(other, written))));
                }
            }
        }
        return List.of();
    }

    private static @Nullable Column columnInAnotherUnit(Fit fit, String written) {
        return fit.known().form().columns().stream()
                .filter(column -> fit.places().containsKey(column.id()))
                .filter(column -> {
                    String wanted = fit.known().unitWanted(column, written);
                    return wanted != null && !wanted.equals(written) && Heading.measureTheSame(wanted, written);
                })
                .findFirst()
                .orElse(null);
    }

    private static List<Finding> unknown(@Nullable String sheet, Fit fit, Map<Integer, RawRow> rows) {
        Set<Integer> taken = fit.taken();
        return fit.cells().entrySet().stream()
                .filter(cell -> !taken.contains(cell.getKey()) && !fit.isReadOver(cell.getValue()))
                .limit(UNKNOWN_TOLD)
                .map(cell -> Finding.ofSheet(
                        FindingCode.UNKNOWN_COLUMN, sheet, typed(rows, fit, cell.getKey(), cell.getValue())))
                .toList();
    }

    private static HeadingCell at(Fit fit, int place) {
        HeadingCell cell = fit.cells().get(place);
        return cell == null ? HeadingCell.lent(Heading.NONE, fit.row(), Set.of()) : cell;
    }

    /** By their numbers, in order. */
    private static Map<Integer, RawRow> rowsDownTo(List<RawRow> head, int headingRow) {
        Map<Integer, RawRow> rows = new LinkedHashMap<>();
        for (RawRow row : head) {
            if (row.number() <= headingRow) {
                rows.put(row.number(), row);
            }
        }
        return rows;
    }

    private static String text(Map<Integer, RawRow> rows, int number, int column) {
        RawRow row = rows.get(number);
        return row == null ? "" : row.cell(column).text();
    }

    /** As typed, on one line. */
    private static String typed(Map<Integer, RawRow> rows, Fit fit, int column, HeadingCell cell) {
        int row = cell.own() ? fit.row() : cell.aboveRow();
        return text(rows, row, column).strip().replaceAll("\\s+", " ");
    }

    /** The head's texts by place, folded, with what merged cells lend to their neighbours. */
    private final class RowTexts {

        private final Map<Integer, RawRow> rows = new HashMap<>();
        private final Map<Integer, NavigableMap<Integer, Heading>> byRow = new HashMap<>();
        private final List<MergedRange> merges;

        RowTexts(List<RawRow> head, List<MergedRange> merges) {
            int lastRow = head.isEmpty() ? 0 : head.get(head.size() - 1).number();
            this.merges =
                    merges.stream().filter(merge -> merge.firstRow() <= lastRow).toList();
            head.forEach(row -> rows.put(row.number(), row));
        }

        /** Most rows are data and are never asked for. */
        private NavigableMap<Integer, Heading> of(int number) {
            return byRow.computeIfAbsent(number, unread -> {
                NavigableMap<Integer, Heading> cells = new TreeMap<>();
                RawRow row = rows.get(number);
                for (int column = 0; row != null && column < row.cells().size(); column++) {
                    Heading heading = heading(row.cell(column).text());
                    if (!heading.isNone()) {
                        cells.put(column, heading);
                    }
                }
                return cells;
            });
        }

        /**
         * A quick look: false where fewer than two columns can be called as one of ours. What is lent from above needs an
         * empty place.
         *
         * @param words how many cells of the row may be called so
         */
        boolean mayNameTwo(RawRow row, int words) {
            RawRow above = rows.get(row.number() - 1);
            int width = Math.max(
                    row.cells().size(), above == null ? 0 : above.cells().size());
            return words + width - own(row) >= 2;
        }

        /** How many cells surely have a heading of their own. */
        private static int own(RawRow row) {
            int own = 0;
            for (RawCell cell : row.cells()) {
                String text = cell.text();
                own += !text.isEmpty() && text.length() <= LONGEST_HEADING && Character.isLetterOrDigit(text.charAt(0))
                        ? 1
                        : 0;
            }
            return own;
        }

        /** What each column is called if this row is the last of the heading. */
        SortedMap<Integer, HeadingCell> headingCells(RawRow row) {
            SortedMap<Integer, HeadingCell> cells = new TreeMap<>();
            NavigableMap<Integer, Heading> own = of(row.number());
            NavigableMap<Integer, Heading> above = of(row.number() - 1);
            // In a text file labels with their values may stand above, and these have headings below each of them.
            boolean twoRows = !own.keySet().containsAll(above.keySet());
            int lastColumn = Math.max(lastOf(own), lastOf(above));
            for (int column = 0; column <= lastColumn; column++) {
                Heading heading = own.get(column);
                Place group = lentFromAbove(row.number() - 1, column);
                if (heading != null) {
                    boolean isGroup = merges.isEmpty()
                            ? twoRows && (!group.spansOneColumn() || !above.containsKey(column + 1))
                            : !group.spansOneColumn();
                    cells.put(column, HeadingCell.own(heading, group.heading(), group.row(), isGroup, names, wordEnds));
                } else if (!group.heading().isNone() && group.spansOneColumn()) {
                    cells.put(column, HeadingCell.lent(group.heading(), group.row(), names));
                }
            }
            return cells;
        }

        private static int lastOf(NavigableMap<Integer, Heading> cells) {
            return cells.isEmpty() ? -1 : cells.lastKey();
        }

        private record Place(Heading heading, int row, boolean spansOneColumn) {}

        /** The text above, be it merged over several columns or down from a higher row. */
        private Place lentFromAbove(int row, int column) {
            for (MergedRange merge : merges) {
                if (merge.covers(row, column)) {
                    Heading heading = of(merge.firstRow()).getOrDefault(merge.firstColumn(), Heading.NONE);
                    return new Place(heading, merge.firstRow(), merge.firstColumn() == merge.lastColumn());
                }
            }
            Map.Entry<Integer, Heading> above = of(row).floorEntry(column);
            boolean inItsPlace = above != null && above.getKey() == column;
            // A text file keeps only the first cell of what was merged.
            return above != null && (inItsPlace || merges.isEmpty())
                    ? new Place(above.getValue(), row, inItsPlace)
                    : new Place(Heading.NONE, row, true);
        }
    }
}
