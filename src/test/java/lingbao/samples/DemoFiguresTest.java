package lingbao.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The figures worked out by hand, held against the second computation. */
class DemoFiguresTest {

    private static final List<String> COUNTS = List.of(
            "persons", "fever", "symptomatic", "sawDoctor", "absentSick", "expectedAttendance", "presentAttendance");

    private static final SampleDays DAYS = new SampleDays();

    private final DemoFigures byHand = new DemoFigures(Path.of("docs/demo-figures.md"));

    DemoFiguresTest() throws IOException {}

    @Test
    void theHandWorkedFiguresOfEachDayAgreeWithThePlainOnes() {
        for (LocalDate day : List.of(SampleDays.MONDAY, SampleDays.TUESDAY, SampleDays.WEDNESDAY)) {
            assertThat(byHand.of(day)).as("%s", day).isEqualTo(plain(day).byRegion());
        }
    }

    @Test
    void eachInstitutionsShareAgreesWithThePlainOne() {
        PlainFigures plain = plain(SampleDays.WEDNESDAY);
        List<Map<String, String>> rows = byHand.byInstitution(SampleDays.WEDNESDAY);
        assertThat(rows).hasSize(27);
        for (Map<String, String> row : rows) {
            String code = row.getOrDefault("institution", "");
            Map<String, Integer> share =
                    plain.ofInstitution(DAYS.district().member(code).institution());
            COUNTS.forEach(figure -> assertThat(row.get(figure))
                    .as("%s of %s", figure, code)
                    .isEqualTo(String.valueOf(share.get(figure))));
            assertThat(row).as(code).containsAllEntriesOf(words(share));
        }
    }

    @Test
    void theInstitutionsAddUpToTheDistrict() {
        Map<String, Integer> total = byHand.of(SampleDays.WEDNESDAY).getOrDefault("330190", Map.of());
        for (String figure : COUNTS) {
            assertThat(byHand.byInstitution(SampleDays.WEDNESDAY).stream()
                            .mapToInt(row -> Integer.parseInt(row.getOrDefault(figure, "")))
                            .sum())
                    .as(figure)
                    .isEqualTo(total.get(figure));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2020-07, first edition | 2020-07 | 2020-08-05T00:00:00+08:00",
                "2020-07, second edition | 2020-07 | 2020-09-02T10:00:00+08:00",
                "2020-08 | 2020-08 | 2020-09-02T10:00:00+08:00"
            })
    void theHandWorkedFiguresOfEachMonthAgreeWithThePlainOnes(String heading, YearMonth month, OffsetDateTime cutOff) {
        SampleMonths months = new SampleMonths();
        Map<String, Map<String, String>> plain =
                new PlainProgress(months.district().quota(), months.trainings(cutOff), month.atEndOfMonth()).figures();

        assertThat(byHand.progress(heading)).hasSize(20).isEqualTo(plain);
    }

    private PlainFigures plain(LocalDate day) {
        return new PlainFigures(day, DAYS.district().regions(), DAYS.district().institutions(), DAYS.files());
    }

    private static Map<String, String> words(Map<String, Integer> share) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put(
                "state",
                theOne(share, Map.of("zero", "zero", "withCases", "cases", "blank", "blank", "missing", "missing")));
        words.put("time", theOne(share, Map.of("onTime", "on-time", "late", "late", "missing", "none")));
        for (String action : List.of("disinfection", "ventilation")) {
            words.put(
                    action,
                    theOne(
                            share,
                            Map.of(
                                    action + "Met", "met",
                                    action + "NotMet", "not-met",
                                    action + "NotSent", "not-sent")));
        }
        return words;
    }

    private static String theOne(Map<String, Integer> share, Map<String, String> words) {
        return words.entrySet().stream()
                .filter(word -> share.getOrDefault(word.getKey(), 0) == 1)
                .map(Map.Entry::getValue)
                .reduce("", String::concat);
    }
}
