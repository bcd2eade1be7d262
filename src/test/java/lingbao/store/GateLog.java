package lingbao.store;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import lingbao.catalogue.Choice;
import lingbao.catalogue.Column;
import lingbao.catalogue.ColumnType;
import lingbao.catalogue.Form;
import lingbao.catalogue.PersonColumns;
import lingbao.domain.Finding;
import lingbao.domain.IgnoredRow;
import lingbao.domain.Institution;
import lingbao.domain.InstitutionKind;
import lingbao.domain.Period;
import lingbao.domain.PeriodKind;
import lingbao.domain.RowCounts;
import lingbao.validate.CheckedRow;
import lingbao.validate.CheckedSheet;
import org.jspecify.annotations.Nullable;

/** An invented form with a column of each type, and rows for it. */
final class GateLog {

    static final Institution SCHOOL = new Institution("3301080001", "第一小学", InstitutionKind.values()[0], "330108001");
    static final Period DAY = new Period(PeriodKind.DAY, LocalDate.of(2020, 6, 17));
    static final Form FORM = form("gate-log", columns(), false);

    private GateLog() {}

    static List<Column> columns() {
        return new ArrayList<>(List.of(
                column("name", ColumnType.PERSON, true, false, 50),
                column("idNumber", ColumnType.ID, true, false, 40),
                column("phone", ColumnType.PHONE, true, false, 40),
                column("className", ColumnType.TEXT, false, false, 20),
                column("morningTemperature", ColumnType.DECIMAL, false, true, 0),
                column("visits", ColumnType.INTEGER, false, false, 0),
                column("onsetDate", ColumnType.DATE, false, false, 0),
                column("enteredAt", ColumnType.TIME, false, false, 0),
                column("sawDoctor", ColumnType.YES_NO, false, false, 0),
                column("category", ColumnType.CHOICE, false, false, 0),
                column("symptoms", ColumnType.CHOICES, false, true, 0)));
    }

    static Column column(String id, ColumnType type, boolean personal, boolean answer, int maxLength) {
        return new Column(
                id,
                id,
                List.of(),
                type,
                false,
                personal,
                answer,
                null,
                null,
                null,
                1,
                maxLength,
                null,
                null,
                null,
                List.of(new Choice("发热", List.of()), new Choice("咳嗽", List.of())),
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                false,
                false);
    }

    /** The same form with headings that part a row, and so without persons. */
    static Form ofGroups() {
        return new Form(
                FORM.id(),
                FORM.name(),
                FORM.titles(),
                FORM.sender(),
                FORM.period(),
                FORM.scope(),
                FORM.calendar(),
                FORM.batches(),
                FORM.onBadRow(),
                FORM.correctionDays(),
                FORM.keepDays(),
                FORM.readOver(),
                FORM.columns(),
                null,
                "category",
                Form.SideBySide.REFUSE,
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of());
    }

    static Form form(String id, List<Column> columns, boolean batches) {
        return new Form(
                id,
                "门岗登记表",
                List.of(),
                Form.Sender.INSTITUTION,
                PeriodKind.DAY,
                EnumSet.allOf(InstitutionKind.class),
                Form.Calendar.EVERY_DAY,
                batches,
                Form.OnBadRow.KEEP_OTHERS,
                null,
                30,
                List.of(),
                columns,
                null,
                null,
                Form.SideBySide.REFUSE,
                new PersonColumns("name", "idNumber", "className", List.of()),
                List.of("name", "idNumber", "phone", "className", "category"),
                List.of(),
                List.of(),
                null,
                List.of());
    }

    /** A row with only a name and a temperature. */
    static CheckedRow row(int row, String name, @Nullable String temperature) {
        @Nullable BigDecimal reading = temperature == null ? null : new BigDecimal(temperature);
        return new CheckedRow(
                row,
                values(name, null, null, "三年二班", reading, null, null, null, null, null, null),
                true,
                false,
                reading,
                "name:三年二班|" + name);
    }

    /** A row with every cell filled. */
    static CheckedRow fullRow(int row, String name, String idNumber) {
        return new CheckedRow(
                row,
                values(
                        name,
                        idNumber,
                        "13812345678",
                        "𠮷㙓班",
                        new BigDecimal("36.5"),
                        3,
                        LocalDate.of(2020, 6, 16),
                        LocalTime.of(8, 5),
                        true,
                        "发热",
                        List.of("发热", "咳嗽")),
                true,
                true,
                new BigDecimal("36.5"),
                "id:" + idNumber);
    }

    private static List<@Nullable Object> values(@Nullable Object... values) {
        return Arrays.asList(values);
    }

    static CheckedSheet accepted(int rows) {
        return checked(false, new RowCounts(rows, rows, 0, 0));
    }

    static CheckedSheet checked(boolean refused, RowCounts rows, Finding... findings) {
        return new CheckedSheet(refused, rows, List.of(), new TreeSet<>(), List.of(findings));
    }

    static CheckedSheet takenBack(RowCounts rows, Integer... takenBack) {
        SortedSet<Integer> back = new TreeSet<>(Arrays.asList(takenBack));
        return new CheckedSheet(false, rows, List.of(new IgnoredRow(99, IgnoredRow.Reason.TOTAL_ROW)), back, List.of());
    }
}
