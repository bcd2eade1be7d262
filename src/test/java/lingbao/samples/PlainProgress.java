package lingbao.samples;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The training quota and what was done of it, counted with nothing but lists and sets. */
public final class PlainProgress {

    public static final List<String> CATEGORIES = List.of("principal", "safety-manager", "other-employee");

    /**
     * One row of a roster that was accepted.
     *
     * @param order in which the rows came
     * @param unit the code of the unit that it names; null for a name that is no unit
     * @param registered whether its company is in the register
     * @param passed false for 不合格
     */
    public record Training(
            int order,
            String sender,
            String person,
            @Nullable String unit,
            boolean registered,
            String category,
            LocalDate date,
            String course,
            boolean passed) {}

    private final Map<String, List<Integer>> quota;
    private final List<Training> trainings;
    private final LocalDate end;

    /**
     * @param quota what each unit is to train of each category, in the order of the document
     * @param end the period's last day
     */
    public PlainProgress(Map<String, List<Integer>> quota, List<Training> trainings, LocalDate end) {
        this.quota = quota;
        this.end = end;
        Map<List<String>, Training> latest = new LinkedHashMap<>();
        trainings.stream()
                .sorted(Comparator.comparing(Training::order))
                .forEach(each -> latest.put(
                        List.of(
                                each.sender(),
                                each.person(),
                                each.category(),
                                each.course(),
                                each.date().toString()),
                        each));
        this.trainings = latest.values().stream()
                .filter(each -> each.unit() != null && each.registered())
                .filter(each ->
                        each.date().getYear() == end.getYear() && !each.date().isAfter(end))
                .toList();
    }

    /** Every figure as text, by unit and category ({@code 330108001/total}). */
    public Map<String, Map<String, String>> figures() {
        Map<String, Map<String, String>> figures = new TreeMap<>();
        for (String unit :
                Stream.concat(quota.keySet().stream(), Stream.of("all")).toList()) {
            for (String category :
                    Stream.concat(CATEGORIES.stream(), Stream.of("total")).toList()) {
                figures.put(unit + "/" + category, line(unit, category));
            }
        }
        rank(figures);
        return figures;
    }

    /**
     * The rows that a count is made of, one each: of {@code done} the first passed training of each person, of {@code added}
     * those of them in the last month, of {@code personTimes} one row of each person, course and day.
     *
     * @param unit a unit's code, or {@code all}
     */
    public List<Training> behind(String figure, String unit, String category) {
        return switch (figure) {
            case "done" -> firsts(unit, category, LocalDate.MIN);
            case "added" -> firsts(unit, category, end.withDayOfMonth(1));
            case "personTimes" -> occasions(unit, category);
            default -> throw new IllegalArgumentException(figure + " counts no rows of rosters");
        };
    }

    private Map<String, String> line(String unit, String category) {
        int target = quota(unit, category);
        int done = behind("done", unit, category).size();
        Map<String, String> line = new TreeMap<>();
        line.put("quota", String.valueOf(target));
        line.put("done", String.valueOf(done));
        line.put("added", String.valueOf(behind("added", unit, category).size()));
        line.put(
                "personTimes",
                String.valueOf(behind("personTimes", unit, category).size()));
        BigDecimal schedule = BigDecimal.valueOf(end.getDayOfYear())
                .divide(BigDecimal.valueOf(end.isLeapYear() ? 366 : 365), 4, RoundingMode.HALF_UP);
        line.put("scheduleRate", schedule.toPlainString());
        if (target > 0) {
            BigDecimal rate = BigDecimal.valueOf(done).divide(BigDecimal.valueOf(target), 4, RoundingMode.HALF_UP);
            if (done < target && rate.compareTo(BigDecimal.ONE) >= 0) {
                rate = new BigDecimal("0.9999");
            }
            line.put("rate", rate.toPlainString());
            line.put("difference", rate.subtract(schedule).toPlainString());
        }
        int daysLeft = (end.isLeapYear() ? 366 : 365) - end.getDayOfYear();
        int rest = Math.max(0, target - done);
        if (rest == 0 || daysLeft > 0) {
            line.put("pace", String.valueOf(rest == 0 ? 0 : (rest + daysLeft - 1) / daysLeft));
        }
        return line;
    }

    private int quota(String unit, String category) {
        return quota.entrySet().stream()
                .filter(each -> unit.equals("all") || unit.equals(each.getKey()))
                .flatMapToInt(each -> category.equals("total")
                        ? each.getValue().stream().mapToInt(Integer::intValue)
                        : java.util.stream.IntStream.of(each.getValue().get(CATEGORIES.indexOf(category))))
                .sum();
    }

    /** Of the persons of each category whose first passed training is of this unit and not before a day. */
    private List<Training> firsts(String unit, String category, LocalDate notBefore) {
        Map<List<String>, Training> first = new HashMap<>();
        trainings.stream()
                .filter(Training::passed)
                .sorted(Comparator.comparing(Training::date).thenComparing(Training::order))
                .forEach(each -> first.putIfAbsent(List.of(each.person(), each.category()), each));
        return first.values().stream()
                .filter(each -> isOf(each, unit, category) && !each.date().isBefore(notBefore))
                .toList();
    }

    private List<Training> occasions(String unit, String category) {
        Map<List<String>, Training> occasions = new HashMap<>();
        trainings.stream()
                .filter(each -> isOf(each, unit, category))
                .forEach(each -> occasions.putIfAbsent(
                        List.of(each.person(), each.course(), each.date().toString()), each));
        return List.copyOf(occasions.values());
    }

    private static boolean isOf(Training training, String unit, String category) {
        return (unit.equals("all") || unit.equals(training.unit()))
                && (category.equals("total") || category.equals(training.category()));
    }

    private void rank(Map<String, Map<String, String>> figures) {
        List<Map<String, String>> totals = new ArrayList<>();
        quota.keySet().forEach(unit -> totals.add(figures.get(unit + "/total")));
        totals.removeIf(line -> !line.containsKey("rate"));
        for (Map<String, String> line : totals) {
            long ahead = totals.stream()
                    .filter(other -> new BigDecimal(other.get("rate")).compareTo(new BigDecimal(line.get("rate"))) > 0)
                    .count();
            line.put("rank", String.valueOf(ahead + 1));
        }
    }
}
