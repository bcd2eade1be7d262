package lingbao.aggregate;

import static lingbao.aggregate.StoredDay.CATALOGUE;
import static lingbao.aggregate.StoredDay.CUT_OFF;
import static lingbao.aggregate.StoredDay.DAY;
import static lingbao.aggregate.StoredDay.REPORT;

import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lingbao.catalogue.Check;
import lingbao.domain.Period;
import lingbao.domain.PeriodKind;
import lingbao.testing.TestDatabase;

/**
 * How often the leads fall on sheets that were measured, copied and made up, asked of stored rows by the shipped checks under
 * a shipped policy. Prints the tables of {@code docs/leads.md}.
 */
final class LeadsExperiment {

    static final long SEED = 20200617;

    private static final int[] SIZES = {20, 25, 30, 40, 50, 80, 100, 150, 200, 300};
    private static final int DAYS = 28;
    private static final List<String> FIGURES =
            List.of("unusual-absences", "unusual-fevers", "count-jumps", "listed-twice");

    private final TestDatabase database;
    private final Random random = new Random(SEED);
    private final Map<String, Habit> habits = new TreeMap<>();
    private final Map<String, Turn> turns = new TreeMap<>();
    private final List<Object[]> sheets = new ArrayList<>();
    private final List<Object[]> people = new ArrayList<>();
    private final List<Object[]> classes = new ArrayList<>();
    private final List<String> institutions = new ArrayList<>();
    private long lastSheet;

    private LeadsExperiment(TestDatabase database) {
        this.database = database;
    }

    /** What becomes of an institution's numbers on the day. */
    enum Turn {
        AS_EVER("与往日一样"),
        OUTBREAK("因病缺勤升到名单的8%"),
        HALVED("名单和实到减到四成"),
        NOBODY("实到为0");

        private final String label;

        Turn(String label) {
            this.label = label;
        }
    }

    /**
     * How many sheets of each kind got each lead.
     *
     * @param sheets of the kind
     * @param hits by check; of the sheets with any lead under the empty text
     */
    record Row(String kind, boolean natural, int sheets, Map<String, Integer> hits) {
        double share(String check) {
            return (double) hits.getOrDefault(check, 0) / sheets;
        }
    }

    /** @param took processor time to ask all figures and checks of the day, on the embedded database */
    record Outcome(Map<Habit, Row> temperatures, Map<Turn, Row> figures, Duration took) {}

    public static void main(String[] arguments) throws Exception {
        try (TestDatabase database = TestDatabase.embedded()) {
            Outcome outcome = run(database, 700, 100, 300);
            print(new ArrayList<>(outcome.temperatures().values()), temperatureChecks());
            print(new ArrayList<>(outcome.figures().values()), FIGURES);
            System.out.println("asked in " + outcome.took().toSeconds() + " processor seconds");
        }
    }

    /**
     * @param measured institutions of each kind of thermometer
     * @param invented institutions of each other habit
     * @param counted institutions of each turn, with four weeks of attendance before it
     */
    static Outcome run(TestDatabase database, int measured, int invented, int counted) {
        LeadsExperiment experiment = new LeadsExperiment(database);
        for (Habit habit : Habit.values()) {
            for (int number = 0; number < (habit.isMeasured() ? measured : invented); number++) {
                experiment.measure(habit);
            }
        }
        for (Turn turn : Turn.values()) {
            for (int number = 0; number < counted; number++) {
                experiment.count(turn);
            }
        }
        return experiment.asked();
    }

    private void measure(Habit habit) {
        String institution = institution();
        habits.put(institution, habit);
        double[] levels = Habit.levels(size(), random);
        List<Habit.Reading> before = habit.before(levels, random);
        healthSheet(institution, DAY.minusDays(1), before);
        healthSheet(institution, DAY, habit.today(levels, before, random));
    }

    private int size() {
        return SIZES[random.nextInt(SIZES.length)];
    }

    private String institution() {
        String code = "E%06d".formatted(institutions.size());
        institutions.add(code + "," + code + "学校,学校,D1,,");
        return code;
    }

    private void healthSheet(String institution, LocalDate day, List<Habit.Reading> readings) {
        long sheet = sheet("health-check", institution, day, readings.size());
        for (int row = 0; row < readings.size(); row++) {
            Habit.Reading reading = readings.get(row);
            people.add(new Object[] {
                sheet,
                row + 2,
                institution,
                Date.valueOf(day),
                institution + reading.person(),
                BigDecimal.valueOf(reading.tenths(), 1)
            });
        }
    }

    private long sheet(String form, String institution, LocalDate day, int rows) {
        lastSheet++;
        sheets.add(new Object[] {lastSheet, form, institution, Date.valueOf(day), rows, rows, rows});
        return lastSheet;
    }

    /** About one in a hundred is ill and two are absent otherwise, in some weeks more; few come at a weekend. */
    private void count(Turn turn) {
        String institution = institution();
        turns.put(institution, turn);
        int listed = size();
        double ill = 0.004 + 0.012 * random.nextDouble();
        for (int back = DAYS; back >= 0; back--) {
            LocalDate day = DAY.minusDays(back);
            boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
            Turn today = back == 0 ? turn : Turn.AS_EVER;
            int list = today == Turn.HALVED ? (int) (0.4 * listed) : listed;
            int expected = weekend ? list / 4 : list;
            int sick = today == Turn.OUTBREAK
                    ? (int) Math.ceil(0.08 * expected)
                    : atRandom(expected, ill * (random.nextInt(5) == 0 ? 2 : 1));
            int absent = today == Turn.NOBODY ? expected : Math.min(expected, sick + atRandom(expected, 0.02));
            long sheet = sheet("attendance", institution, day, 1);
            classes.add(new Object[] {
                sheet, 2, institution, Date.valueOf(day), "一班", expected, expected - absent, Math.min(sick, absent)
            });
            // One row stands for the list: its number of rows is what is asked.
            sheet("health-check", institution, day, expected);
        }
    }

    private int atRandom(int people, double chance) {
        return (int) random.doubles(people).filter(each -> each < chance).count();
    }

    private Outcome asked() {
        StoredDay day = StoredDay.afresh(database)
                .regions("D,试验区,,district,holingol", "D1,一街道,D,subdistrict,")
                .institutions(institutions.toArray(String[]::new));
        database.inTransaction(() -> {
            store();
            return true;
        });
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        List<DayFinding> findings = day.contents()
                .of(REPORT, new Period(PeriodKind.DAY, DAY), "D1", CUT_OFF)
                .get(0)
                .findings();
        Duration took = Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
        Map<String, TreeSet<String>> told = new HashMap<>();
        findings.stream().filter(finding -> finding.check().lead()).forEach(finding -> told.computeIfAbsent(
                        finding.institution().code(), code -> new TreeSet<>())
                .add(finding.check().id()));
        Map<Habit, Row> temperatures = new EnumMap<>(Habit.class);
        for (Habit habit : Habit.values()) {
            temperatures.put(
                    habit, row(habit.label(), habit.isMeasured(), of(habits, habit), told, temperatureChecks()));
        }
        Map<Turn, Row> figures = new EnumMap<>(Turn.class);
        for (Turn turn : Turn.values()) {
            figures.put(turn, row(turn.label, turn == Turn.AS_EVER, of(turns, turn), told, FIGURES));
        }
        return new Outcome(temperatures, figures, took);
    }

    private void store() {
        database.jdbc()
                .update("insert into received_file (receipt, sha256, sealed_file_name, bytes, received_at, migrated)"
                        + " values ('R', '" + "0".repeat(64) + "', 'x', 1, '2020-06-01 00:00:00', 0)");
        database.jdbc()
                .batchUpdate(
                        "insert into submission (received_file, id, form, institution, region, period_start, version, state,"
                                + " rows_seen, rows_accepted, rows_rejected, rows_ignored, answered_rows, case_rows,"
                                + " received_at) select id, ?, ?, ?, 'D1', ?, 1, 'accepted', ?, ?, 0, 0, ?, 0,"
                                + " '2020-06-17 00:00:00' from received_file",
                        sheets);
        database.jdbc()
                .batchUpdate(
                        "insert into form_health_check (submission_id, source_row, institution, period_start, person_key,"
                                + " morning_temperature, symptoms) values (?, ?, ?, ?, ?, ?, '|无|')",
                        people);
        database.jdbc()
                .batchUpdate(
                        "insert into form_attendance (submission_id, source_row, institution, period_start, class_name,"
                                + " expected, present, sick_absent) values (?, ?, ?, ?, ?, ?, ?, ?)",
                        classes);
        database.jdbc()
                .execute(
                        database.database().isServer()
                                ? "analyze table submission, form_health_check, form_attendance"
                                : "analyze");
    }

    private static <K> List<String> of(Map<String, K> kinds, K kind) {
        return kinds.entrySet().stream()
                .filter(each -> each.getValue().equals(kind))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Row row(
            String kind,
            boolean natural,
            List<String> institutions,
            Map<String, TreeSet<String>> told,
            List<String> checks) {
        Map<String, Integer> hits = new TreeMap<>();
        for (String institution : institutions) {
            List<String> found = checks.stream()
                    .filter(told.getOrDefault(institution, new TreeSet<>())::contains)
                    .toList();
            found.forEach(check -> hits.merge(check, 1, Integer::sum));
            if (!found.isEmpty()) {
                hits.merge("", 1, Integer::sum);
            }
        }
        return new Row(kind, natural, institutions.size(), hits);
    }

    static List<String> temperatureChecks() {
        return CATALOGUE.checks().values().stream()
                .filter(Check::lead)
                .map(Check::id)
                .filter(check -> !FIGURES.contains(check))
                .toList();
    }

    private static void print(List<Row> rows, List<String> checks) {
        System.out.println("| | sheets | " + String.join(" | ", checks) + " | any |");
        System.out.println("| --- | ---: |" + " ---: |".repeat(checks.size() + 1));
        for (Row row : rows) {
            System.out.println("| " + row.kind() + " | " + row.sheets() + " | "
                    + checks.stream().map(check -> percent(row.share(check))).collect(Collectors.joining(" | ")) + " | "
                    + percent(row.share("")) + " |");
        }
        System.out.println();
    }

    private static String percent(double share) {
        return share == 0 ? "" : "%.1f %%".formatted(100 * share);
    }
}
