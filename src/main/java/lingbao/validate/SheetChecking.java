package lingbao.validate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import lingbao.catalogue.CaseCondition;
import lingbao.catalogue.Column;
import lingbao.catalogue.ColumnType;
import lingbao.catalogue.Form;
import lingbao.catalogue.ShownValue;
import lingbao.domain.CellAddress;
import lingbao.domain.Finding;
import lingbao.domain.FindingCode;
import lingbao.domain.IgnoredRow;
import lingbao.domain.IgnoredRow.Reason;
import lingbao.domain.IgnoredRows;
import lingbao.domain.Period;
import lingbao.domain.PeriodKind;
import lingbao.domain.RowCounts;
import lingbao.domain.Severity;
import lingbao.read.FurtherTable;
import lingbao.read.RawCell;
import lingbao.read.RawRow;
import lingbao.read.RawSheet;
import lingbao.read.RecognisedForm;
import lingbao.read.RowsBelow;
import lingbao.read.TitleCell;
import org.jspecify.annotations.Nullable;

/** One sheet being checked, row by row. */
final class SheetChecking implements RowsBelow {

    /** The findings that one sheet is answered with: each takes about a kilobyte until it is. */
    private static final int LISTED = 50_000;

    /** A shorter gap is how people set groups apart. */
    private static final int LONG_GAP = 20;

    private static final Pattern RUNNING_NUMBER =
            Pattern.compile("(?:no[.:]?)?[(]?(?:[0-9]+(?:[.]0+)?|[一二三四五六七八九十]+)[)]?[.、:]?|[①-⑳]");

    private final RawSheet sheet;
    private final Consumer<CheckedRow> acceptedRows;
    private final List<Finding> findings = new ArrayList<>();
    private int notListed;
    private final boolean refusedBefore;
    private final @Nullable Period period;
    private final TitlesBelow titlesBelow;

    /** One, or one for each group of headings; none where the columns are unknown, or the table at hand is refused. */
    private List<FormLayout> layouts;

    /** The table at hand, below the first one of the sheet. */
    private @Nullable FurtherTable table;

    private final @Nullable Form form;
    private final @Nullable RowRules rowRules;
    private final @Nullable UniqueRows uniqueRows;
    private final @Nullable RegisteredRows registeredRows;
    private final @Nullable PersonRows personRows;
    private final @Nullable ListedRows listedRows;
    private final @Nullable UnreadDays unreadDays;
    private final @Nullable UnreadSenders unreadSenders;
    private final List<ColumnLabel> columnLabels;
    private RowKinds rowKinds;

    /** One, or one for each group of headings by its word. */
    private final Map<String, Totals> totals = new HashMap<>();

    private final UnheadedColumns unheadedColumns;
    private final List<IgnoredRow> ignored = new IgnoredRows();
    private final SortedSet<Integer> takenBack = new TreeSet<>();
    private int accepted;
    private int rejected;

    /** The last row with anything in it; before the first one, the heading. */
    private int lastFilledRow;

    /** The last row of the heading above the row at hand, be it printed again. */
    private int lastHeadingRow;

    private int firstBlankOfGap;
    private int blanksOfGap;
    private boolean dataSeen;
    private boolean inAnotherUnit;

    /** Whether the rows 其中 of the table at hand are all that is counted there. */
    private boolean partsAreData;

    /** Whether the row before was blank, a note, or one cell like a title: where a new table may begin. */
    private boolean setApart;

    SheetChecking(
            RawSheet sheet,
            Attribution attribution,
            TitlesBelow titlesBelow,
            HeldAgainst heldAgainst,
            Consumer<CheckedRow> acceptedRows) {
        this.sheet = sheet;
        this.titlesBelow = titlesBelow;
        period = attribution.period();
        this.acceptedRows = acceptedRows;
        findings.addAll(sheet.findings());
        findings.addAll(attribution.findings());
        refusedBefore = findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);

        RecognisedForm recognised = sheet.recognised();
        lastFilledRow = recognised == null ? -1 : recognised.headingRow();
        lastHeadingRow = lastFilledRow;
        layouts = recognised == null ? List.of() : FormLayout.all(recognised, attribution.period());
        form = recognised == null ? null : recognised.form();
        rowRules = form == null ? null : new RowRules(form, attribution.period(), heldAgainst);
        registeredRows = form == null ? null : new RegisteredRows(form, heldAgainst);
        uniqueRows = form == null || registeredRows == null ? null : new UniqueRows(form, registeredRows);
        personRows = form == null || form.person() == null ? null : new PersonRows(form, form.person());
        listedRows = form == null ? null : new ListedRows(form, sheet.name(), sheet.titles(), attribution.period());
        unreadDays = form == null ? null : new UnreadDays(form, sheet.name(), attribution.period());
        unreadSenders = form == null ? null : new UnreadSenders(form, sheet.name(), attribution, heldAgainst);
        columnLabels = form == null ? List.of() : ColumnLabel.of(form, attribution.period());
        columnLabels.forEach(label -> label.beginTable(sheet.titles()));
        rowKinds = new RowKinds(layouts);
        unheadedColumns = new UnheadedColumns(sheet.name());
    }

    CheckedSheet checked() {
        if (sheet.recognised() == null && sheet.formId() == null) {
            return new CheckedSheet(refusedBefore, RowCounts.NONE, List.of(), takenBack, findings);
        }
        sheet.rows(this);
        refuseRowsMovedOn();
        findings.addAll(unheadedColumns.findings());
        RowCounts rows = new RowCounts(accepted + rejected + ignored.size(), accepted, rejected, ignored.size());
        boolean ofAnotherDay = refusedByItsOwnRows();
        boolean refused = refusedBefore || form == null || refusedForABadRow(form) || ofAnotherDay || inAnotherUnit;
        if (!refused && accepted == 0 && rejected == 0) {
            findings.add(Finding.ofSheet(FindingCode.ZERO_NOT_DECLARED, sheet.name()));
        }
        if (notListed > 0) {
            findings.add(Finding.ofSheet(
                    FindingCode.FINDINGS_NOT_LISTED, sheet.name(), String.valueOf(LISTED), String.valueOf(notListed)));
        }
        findings.sort(Comparator.comparingInt(Finding::row).thenComparingInt(Finding::column));
        return refused
                ? new CheckedSheet(true, rows.refused(), ignored, Collections.emptySortedSet(), findings)
                : new CheckedSheet(false, rows, ignored, takenBack, findings);
    }

    private boolean refusedForABadRow(Form form) {
        if (form.onBadRow() == Form.OnBadRow.KEEP_OTHERS || rejected == 0) {
            return false;
        }
        findings.add(Finding.ofSheet(FindingCode.SHEET_REFUSED, sheet.name(), form.name(), String.valueOf(rejected)));
        return true;
    }

    /** What the sheet says of its rows is told with the rest; rows of another day refuse it. */
    private boolean refusedByItsOwnRows() {
        if (listedRows == null) {
            return false;
        }
        findings.addAll(listedRows.findings());
        return listedRows.areOfAnotherDay();
    }

    @Override
    public void table(FurtherTable further) {
        refuseRowsMovedOn();
        table = further;
        lastHeadingRow = further.headingRow();
        totals.values().forEach(Totals::beginTable);
        partsAreData = false;
        if (listedRows != null) {
            listedRows.beginTable();
        }
        columnLabels.forEach(label -> label.beginTable(further.titles()));
        if (uniqueRows != null) {
            uniqueRows.beginTable();
        }
        if (unreadDays != null && unreadSenders != null) {
            unreadDays.beginTable();
            unreadSenders.beginTable();
        }
        findings.addAll(further.findings());
        RecognisedForm recognised = further.recognised();
        if (form == null) {
            return;
        }
        if (recognised != null && !recognised.form().equals(form)) {
            refuseTable(FindingCode.TABLE_OF_OTHER_FORM, recognised.form().name());
        } else if (recognised != null && (!titlesBelow.agree(further.titles()) || namesAnotherDay(further.titles()))) {
            refuseTable(FindingCode.TABLE_SAYS_OTHERWISE);
        } else {
            layouts = recognised == null ? List.of() : FormLayout.all(recognised, period);
            rowKinds = new RowKinds(layouts);
        }
    }

    /** 6月16日 above a table of a sheet of 2020-06-17: without a year it decides nothing, but it must not be passed over. */
    private boolean namesAnotherDay(List<TitleCell> titles) {
        return period != null
                && period.kind() == PeriodKind.DAY
                && TitleText.of(PeriodKind.DAY, titles, "").stream()
                        .anyMatch(title -> title.namesAnotherDay(period.start()));
    }

    /** What becomes of a row never hangs on whether there is room to say why. */
    private void tell(Finding finding) {
        if (findings.size() < LISTED) {
            findings.add(finding);
        } else {
            notListed++;
        }
    }

    /** The rows of the table at hand are counted only. */
    private void refuseTable(FindingCode code, String... details) {
        int row = Objects.requireNonNull(table).headingTop();
        findings.add(Finding.ofRow(code, sheet.name(), row, 0, details));
        layouts = List.of();
        rowKinds = new RowKinds(layouts);
    }

    @Override
    public void row(RawRow whole) {
        // Values are read in full; to tell the row's kind, and to search it, its beginning will do.
        RawRow row = whole.with(Writing::beginning);
        if (lastFilledRow < 0) {
            lastFilledRow = row.number() - 1;
        }
        int filled = RowKinds.filledPlaces(row).size();
        if (filled == 0) {
            return;
        }
        if (filled == 1 && uniqueRows != null) {
            uniqueRows.band(row.cell(RowKinds.filledPlaces(row).get(0)).text());
        }
        setApart |= lastFilledRow + 1 < row.number();
        blankRowsBefore(row.number());
        lastFilledRow = row.number();
        if (table != null && row.number() <= table.headingRow()) {
            headOf(table, row.number());
            return;
        }
        if (row.number() == lastHeadingRow + 1 && rowKinds.numbersTheColumns(row)) {
            ignore(row.number(), Reason.NOTE_ROW);
            return;
        }
        if (isColumnLabel(row)) {
            ignore(row.number(), Reason.NOTE_ROW);
            setApart = true;
            return;
        }
        if (layouts.stream().anyMatch(FormLayout::isOfASide)) {
            rowOfSides(whole);
            return;
        }
        List<TypedRow> parts =
                layouts.stream().map(layout -> layout.read(whole)).toList();
        Optional<Reason> noData = noData(rowKinds, row, parts);
        boolean isTotal = noData.equals(Optional.of(Reason.TOTAL_ROW));
        if (isTotal) {
            parts.forEach(part -> compareTotals(rowKinds, row, part));
        }
        if (isTotal && rowKinds.isKeptTotal(row)) {
            unheadedColumns.row(row, parts.get(0).layout());
            take(row, parts.stream().map(TypedRow::asTotal).toList());
        } else if (noData.isPresent()) {
            if (listedRows != null) {
                listedRows.beside(row);
            }
            rowKinds.otherUnit(row).ifPresent(this::refuseForAnotherUnit);
            dayAlone(row);
            ignore(row.number(), noData.get());
        } else if (parts.isEmpty()) {
            rejectUnread(row);
        } else if (setApart && rowKinds.looksLikeAHeading(row, parts)) {
            unknownTable(row);
        } else if (parts.stream().anyMatch(this::isData)
                && !parts.stream().allMatch(SheetChecking::isPreparedByFormulas)) {
            data(row, parts);
        } else {
            dayAlone(row);
            unanswered(parts);
        }
        setApart = noData.equals(Optional.of(Reason.NOTE_ROW)) || filled == 1;
    }

    private void dayAlone(RawRow row) {
        if (unreadDays != null && !layouts.isEmpty()) {
            unreadDays.above(row, layouts.get(0));
        }
    }

    /** 班级：三2班, and nothing that a row of data says. */
    private boolean isColumnLabel(RawRow row) {
        List<ColumnLabel> labels = layouts.isEmpty()
                ? List.of()
                : columnLabels.stream()
                        .filter(label -> label.begins(row, layouts.get(0)))
                        .toList();
        if (labels.isEmpty()
                || layouts.stream().anyMatch(layout -> rowKinds.saysSomething(layout.read(layout.own(row))))) {
            return false;
        }
        labels.forEach(label -> label.hear(row));
        return true;
    }

    /** Every number below it would be taken for another. */
    private void refuseForAnotherUnit(RowKinds.OtherUnit unit) {
        Column column = unit.column();
        findings.add(Finding.ofSheet(
                FindingCode.UNIT_DIFFERS,
                sheet.name(),
                column.heading(),
                unit.said(),
                column.unit() == null ? "人" : column.unit()));
        inAnotherUnit = true;
    }

    /** What stands side by side is judged each by itself; the row of the sheet is taken or refused as a whole. */
    private void rowOfSides(RawRow row) {
        List<TypedRow> data = new ArrayList<>();
        List<Reason> noData = new ArrayList<>();
        for (FormLayout layout : layouts) {
            RawRow own = layout.own(row);
            if (own.cells().stream().allMatch(ColumnReading::isBlank)) {
                continue;
            }
            TypedRow part = layout.read(own);
            Optional<Reason> reason = noDataOfSide(own.with(Writing::beginning), part);
            if (reason.isPresent()) {
                noData.add(reason.get());
            } else if (isData(part)) {
                data.add(part);
            }
        }
        if (!data.isEmpty()) {
            data.forEach(this::list);
            boolean isAccepted = take(row, data);
            unheadedColumns.data(row, data.get(0).layout(), isAccepted);
            data.forEach(part -> totalsOf(part).add(part, isAccepted));
        } else if (!noData.isEmpty()) {
            ignore(row.number(), noData.get(0));
        } else {
            blankRow(row.number());
        }
    }

    private Optional<Reason> noDataOfSide(RawRow own, TypedRow part) {
        RowKinds kinds = new RowKinds(List.of(part.layout()));
        List<TypedRow> parts = List.of(part);
        Optional<Reason> reason = noData(kinds, own, parts);
        if (reason.equals(Optional.of(Reason.TOTAL_ROW))) {
            compareTotals(kinds, own, part);
        } else if (reason.isEmpty() && !isData(part) && saysNothingKept(part)) {
            return isNumbered(part) ? reason : Optional.of(Reason.NOTE_ROW);
        } else if (reason.isEmpty() && !isData(part)) {
            list(part);
            tellNotAnswered(part);
            totalsOf(part).add(part, false);
            return Optional.of(Reason.NOT_ANSWERED);
        }
        return reason;
    }

    /** A title or a row of the heading; that of a refused table is refused with it. */
    private void headOf(FurtherTable at, int row) {
        if (row < at.headingTop()) {
            ignore(row, Reason.NOTE_ROW);
        } else if (row == at.headingTop() && layouts.isEmpty() && form != null) {
            rejected++;
        } else {
            ignore(row, Reason.HEADING_REPEATED);
        }
    }

    /** A row of a refused table; where the whole sheet is refused, that was told of the sheet. */
    private void rejectUnread(RawRow row) {
        columnLabels.forEach(label -> label.standAbove(null));
        rejected++;
        if (table != null && form != null) {
            tell(Finding.ofRow(
                    FindingCode.ROW_OF_REFUSED_TABLE,
                    sheet.name(),
                    row.number(),
                    0,
                    String.valueOf(table.headingTop())));
        }
    }

    private Optional<Reason> noData(RowKinds kinds, RawRow row, List<TypedRow> parts) {
        if (kinds.isPartOfAbove(row)) {
            partsAreData |= parts.stream().noneMatch(part -> totalsOf(part).haveBegun());
            if (!partsAreData) {
                return Optional.of(Reason.NOTE_ROW);
            }
        }
        return kinds.noData(row, parts).or(() -> sumsUp(kinds, row, parts));
    }

    /** A row of sums without a word, or with one of the whole or of the grade whose classes stand above. */
    private Optional<Reason> sumsUp(RowKinds kinds, RawRow row, List<TypedRow> parts) {
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        // A grade's are asked for first, since they tell that grades are summed here.
        boolean ofClasses = kinds.isCalledAfterAGrade(row)
                && parts.stream().allMatch(part -> totalsOf(part).areSumsOfClasses(part));
        boolean mayBe = kinds.holdsOnlySums(row, parts) || kinds.isCalledAfterTheWhole(row) || kinds.saysTheWhole(row);
        boolean sumsUp = ofClasses
                || mayBe && parts.stream().allMatch(part -> totalsOf(part).areSumsOf(part));
        return sumsUp ? Optional.of(Reason.TOTAL_ROW) : Optional.empty();
    }

    /** Nobody can know under which columns of ours its rows would stand. */
    private void unknownTable(RawRow row) {
        refuseRowsMovedOn();
        rejected++;
        table = new FurtherTable(row.number(), row.number(), row.number(), null, List.of(), List.of());
        refuseTable(FindingCode.TABLE_UNKNOWN);
    }

    /** Rows that the file leaves out are blank rows too; those behind the last filled row are never seen. */
    private void blankRowsBefore(int number) {
        for (int blank = lastFilledRow + 1; blank < number; blank++) {
            blankRow(blank);
        }
    }

    private void blankRow(int number) {
        if (blanksOfGap == 0) {
            firstBlankOfGap = number;
        }
        blanksOfGap++;
        ignored.add(new IgnoredRow(number, Reason.BLANK_ROW));
    }

    private void ignore(int number, Reason reason) {
        blanksOfGap = 0;
        lastHeadingRow = reason == Reason.HEADING_REPEATED ? number : lastHeadingRow;
        ignored.add(new IgnoredRow(number, reason));
    }

    private void compareTotals(RowKinds kinds, RawRow row, TypedRow typed) {
        RowFindings found = new RowFindings(sheet.name(), typed);
        totalsOf(typed).compare(typed, kinds.isPartTotal(row), kinds.sumsUpAnyRows(row), found);
        if (!kinds.isTotalOfSome(row)) {
            found.all().forEach(this::tell);
        }
    }

    private Totals totalsOf(TypedRow row) {
        FormLayout layout = row.layout();
        String which = layout.isOfASide() ? "side " + layouts.indexOf(layout) : String.valueOf(layout.group());
        return totals.computeIfAbsent(which, group -> new Totals());
    }

    /**
     * A row numbered in advance and left empty is a blank row, words in the place of its number are a note; a row with more
     * in it was forgotten, and is told so.
     */
    private void unanswered(List<TypedRow> parts) {
        TypedRow row = parts.get(0);
        if (saysNothingKept(row)) {
            if (isNumbered(row)) {
                blankRow(row.number());
            } else {
                ignore(row.number(), Reason.NOTE_ROW);
            }
            return;
        }
        list(row);
        ignore(row.number(), Reason.NOT_ANSWERED);
        parts.forEach(part -> totalsOf(part).add(part, false));
        tellNotAnswered(row);
    }

    private void tellNotAnswered(TypedRow row) {
        if (unreadDays != null && unreadSenders != null) {
            unreadDays.listen(row);
            unreadSenders.listen(row);
        }
        unheadedColumns.row(row.raw(), row.layout());
        tell(Finding.ofRow(
                FindingCode.NOT_ANSWERED,
                sheet.name(),
                row.number(),
                row.firstFilled().column()));
    }

    /** Nothing is filled but what the form reads over. */
    private static boolean saysNothingKept(TypedRow row) {
        return RowKinds.filledPlaces(row.raw()).stream().allMatch(row.layout()::isReadOver);
    }

    /** Whether formulas were copied down that found nothing, so that a column that must be filled is not: nobody typed here. */
    private static boolean isPreparedByFormulas(TypedRow row) {
        boolean lacksTheRequired = row.layout().form().columns().stream()
                .anyMatch(column -> column.required()
                        && (!row.isFilled(column)
                                || column.type() == ColumnType.TEXT
                                        && isNothing(row.raw().cell(row.layout().place(column)))));
        return lacksTheRequired
                && RowKinds.filledPlaces(row.raw()).stream()
                        .filter(place -> place != row.layout().runningNumbers())
                        .allMatch(place -> isNothing(row.raw().cell(place)));
    }

    /** What a formula makes of a blank cell. */
    private static boolean isNothing(RawCell cell) {
        return cell.formula() && cell.number() != null && cell.number() == 0;
    }

    private static boolean isNumbered(TypedRow row) {
        return RowKinds.filledPlaces(row.raw()).stream().allMatch(place -> RUNNING_NUMBER
                .matcher(Writing.folded(row.raw().cell(place).text()))
                .matches());
    }

    private void list(TypedRow row) {
        columnLabels.forEach(label -> label.standAbove(row.layout()));
        if (listedRows != null) {
            listedRows.row(row);
        }
    }

    private void data(RawRow row, List<TypedRow> parts) {
        list(parts.get(0));
        for (TypedRow part : parts) {
            if (!isData(part)) {
                tellOfAGroupNotAnswered(part);
            }
        }
        boolean isAccepted = take(row, parts.stream().filter(this::isData).toList());
        unheadedColumns.data(row, parts.get(0).layout(), isAccepted);
        parts.forEach(part -> totalsOf(part).add(part, isAccepted && part.isAnswered()));
    }

    /** Answered, or refused for a cell of it, which may be the answer. */
    private boolean isData(TypedRow part) {
        return part.isAnswered()
                || sheet.findingsAt(part.number()).stream()
                        .anyMatch(finding -> finding.severity() == Severity.ERROR
                                && part.answers()
                                        .anyMatch(column -> part.layout().place(column) == finding.column()));
    }

    private void tellOfAGroupNotAnswered(TypedRow part) {
        part.firstOfGroup()
                .ifPresent(place -> tell(Finding.ofRow(
                        FindingCode.GROUP_NOT_ANSWERED,
                        sheet.name(),
                        part.number(),
                        place,
                        String.valueOf(part.layout().group()))));
    }

    /** Only where its table ends is it known whether a row is longer than its heading because all rows are. */
    private void refuseRowsMovedOn() {
        unheadedColumns.rowsMovedOn().forEach((row, wasAccepted) -> {
            int width = layouts.get(0).width();
            tell(Finding.ofRow(
                    FindingCode.ROW_LONGER_THAN_HEADING, sheet.name(), row, width, CellAddress.letters(width - 1)));
            if (wasAccepted) {
                takeBack(row);
            }
        });
    }

    /** A row may be spoiled twice; it is taken back once. */
    private void takeBack(int row) {
        if (takenBack.add(row)) {
            accepted--;
            rejected++;
        }
    }

    /** Takes all parts of one row of the sheet, or none; whether it is accepted. */
    private boolean take(RawRow row, List<TypedRow> read) {
        List<TypedRow> parts = read.stream().map(this::labelled).toList();
        tellOfALongGap();
        // What is wrong with a cell outside the groups is told once.
        Set<Finding> found = new LinkedHashSet<>(sheet.findingsAt(row.number()));
        List<CheckedRow> rows = new ArrayList<>();
        for (TypedRow part : parts) {
            rows.add(checked(part, found));
        }
        found.forEach(this::tell);
        if (found.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
            rejected++;
            return false;
        }
        accepted++;
        for (int index = 0; index < rows.size(); index++) {
            String person = rows.get(index).person();
            if (personRows != null && person != null) {
                personRows.accept(person, parts.get(index));
            }
        }
        if (!refusedBefore) {
            rows.forEach(acceptedRows);
        }
        return true;
    }

    /** With what is said above it; a total is nobody's. */
    private TypedRow labelled(TypedRow row) {
        TypedRow labelled = row;
        for (ColumnLabel label : row.isTotal() ? List.<ColumnLabel>of() : columnLabels) {
            labelled = label.fill(labelled);
        }
        return labelled;
    }

    private CheckedRow checked(TypedRow row, Set<Finding> all) {
        RowFindings found = new RowFindings(sheet.name(), row);
        cells(row, found);
        if (rowRules != null) {
            rowRules.check(row, found);
        }
        Optional<Finding> otherDay = unreadDays == null ? Optional.empty() : unreadDays.other(row);
        Optional<Finding> otherSender = unreadSenders == null ? Optional.empty() : unreadSenders.other(row);
        if (otherDay.isPresent() || otherSender.isPresent()) {
            // A row of another day or sender repeats and contradicts none of this one.
            all.addAll(found.all());
            otherDay.ifPresent(all::add);
            otherSender.ifPresent(all::add);
            return accepted(row, null);
        }
        if (uniqueRows != null) {
            uniqueRows.check(row, found);
        }
        String person = personRows == null ? null : person(personRows, row, found);
        // Whether a refused row would count is no question.
        if (registeredRows != null && !found.hasError()) {
            registeredRows.check(row, found);
        }
        all.addAll(found.all());
        return accepted(row, person);
    }

    private void tellOfALongGap() {
        if (dataSeen && blanksOfGap >= LONG_GAP) {
            tell(Finding.ofRow(
                    FindingCode.BLANK_ROWS_BETWEEN,
                    sheet.name(),
                    firstBlankOfGap,
                    0,
                    String.valueOf(firstBlankOfGap),
                    String.valueOf(blanksOfGap)));
        }
        dataSeen = true;
        blanksOfGap = 0;
    }

    private void cells(TypedRow row, RowFindings found) {
        for (Column column : row.layout().form().columns()) {
            Reading reading = row.reading(column);
            for (Reading.Remark remark : reading.remarks()) {
                List<String> details = new ArrayList<>();
                details.add(column.heading());
                details.addAll(remark.details());
                found.add(remark.code(), column, details);
            }
            if (column.required()
                    && !reading.isFilled()
                    && !row.isTotal()
                    && sheet.findingsAt(row.number()).stream()
                            .noneMatch(finding -> column.id().equals(finding.columnId()))) {
                found.add(FindingCode.REQUIRED_BLANK, column, column.heading());
            }
        }
    }

    /** Finds the person of the row among those before; answers the person's key. */
    private @Nullable String person(PersonRows persons, TypedRow row, RowFindings found) {
        String key = persons.key(row);
        if (key == null) {
            return null;
        }
        PersonRows.FirstRow first = persons.before(key, row);
        if (first == null) {
            persons.otherName(key, row)
                    .ifPresent(number ->
                            found.add(FindingCode.PERSON_NAME_DIFFERS, persons.name(), String.valueOf(number)));
            persons.otherNumber(key, row)
                    .ifPresent(number ->
                            found.add(FindingCode.PERSON_NUMBER_DIFFERS, persons.idNumber(), String.valueOf(number)));
            return key;
        }
        String firstNumber = String.valueOf(first.number());
        if (!PersonRows.isByNumber(key)) {
            found.add(FindingCode.SAME_NAME, persons.name(), firstNumber);
        } else if (persons.hasSameContent(first, row) && !first.isContradicted()) {
            found.add(FindingCode.DUPLICATE_PERSON, persons.idNumber(), firstNumber);
        } else {
            found.add(FindingCode.PERSON_CONFLICT, persons.idNumber(), firstNumber);
            takeBack(persons, first, row);
        }
        return key;
    }

    /** The earlier row is as doubtful as the later one. */
    private void takeBack(PersonRows persons, PersonRows.FirstRow first, TypedRow row) {
        if (first.isAccepted()) {
            takeBack(first.number());
        }
        if (first.contradict()) {
            Column idNumber = persons.idNumber();
            tell(new Finding(
                    FindingCode.PERSON_CONFLICT,
                    FindingCode.PERSON_CONFLICT.severity(),
                    sheet.name(),
                    first.number(),
                    first.place(),
                    idNumber.id(),
                    ShownValue.of(idNumber, String.valueOf(row.value(idNumber))),
                    List.of(String.valueOf(row.number()))));
        }
    }

    private static CheckedRow accepted(TypedRow row, @Nullable String person) {
        Form form = row.layout().form();
        boolean caseByChoice = false;
        BigDecimal highest = null;
        for (CaseCondition condition : form.cases()) {
            Object value = row.value(form.columns().get(form.indexOf(condition.column())));
            if (condition instanceof CaseCondition.OtherThan otherThan) {
                caseByChoice |= saysOtherThan(otherThan.word(), value);
            } else {
                BigDecimal reading = Totals.number(value).orElse(null);
                highest = highest == null ? reading : reading == null ? highest : highest.max(reading);
            }
        }
        List<@Nullable Object> values = new ArrayList<>(row.readings().size());
        row.readings().forEach(reading -> values.add(reading.value()));
        return new CheckedRow(row.number(), Collections.unmodifiableList(values), true, caseByChoice, highest, person);
    }

    private static boolean saysOtherThan(String word, @Nullable Object value) {
        if (value instanceof List<?> words) {
            return words.stream().anyMatch(other -> !other.equals(word));
        }
        return value != null && !value.equals(word);
    }
}
