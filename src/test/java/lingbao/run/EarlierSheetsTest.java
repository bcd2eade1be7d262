package lingbao.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import lingbao.run.Launcher.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What a sender hears at once of a sheet beside the ones that he sent for earlier days; matrix. */
class EarlierSheetsTest {

    private static final String HEADING = "姓名,证件号码,人员类别,班级,体温,症状\n";

    @TempDir
    Path folder;

    @Test
    void yesterdaysSheetUnderAnotherDateIsToldInWhateverOrder() throws IOException {
        Desk desk = Desk.in(folder).registered();
        send(desk, 15, people(12, 0));
        List<String> shuffled = people(12, 0);
        Collections.reverse(shuffled);

        assertThat(send(desk, 16, shuffled)).containsExactly("SAME_AS_BEFORE");
    }

    @Test
    void theSheetBeforeAWeekendIsTheOneBefore() throws IOException {
        Desk desk = Desk.in(folder).registered();
        send(desk, 12, people(12, 0));

        JsonNode told = ingested(desk, 15, people(12, 0)).path("findings").path(0);

        assertThat(told.path("code").asString()).isEqualTo("SAME_AS_BEFORE");
        assertThat(told.path("message").asString()).contains("2020年6月12日", "12");
        assertThat(told.path("cell").isNull()).isTrue();
    }

    @Test
    void oneOtherTemperatureOrOneOtherPersonIsAnotherSheet() throws IOException {
        Desk desk = Desk.in(folder).registered();
        send(desk, 15, people(12, 0));
        List<String> another = people(12, 0);
        another.set(3, another.get(3).replace("36.", "37."));
        List<String> swapped = people(12, 0);
        swapped.set(0, swapped.get(0).replace("人一甲", "人三癸"));

        assertThat(send(desk, 16, another)).isEmpty();
        assertThat(send(desk, 17, swapped)).isEmpty();
    }

    @Test
    void theOneBeforeLastIsNotTheOneBefore() throws IOException {
        Desk desk = Desk.in(folder).registered();
        send(desk, 15, people(12, 0));
        send(desk, 16, people(12, 1));

        assertThat(send(desk, 17, people(12, 0))).isEmpty();
    }

    @Test
    void aCorrectedSheetIsComparedAsItWasCorrected() throws IOException {
        Desk desk = Desk.in(folder).registered();
        send(desk, 15, people(12, 0));
        send(desk, 15, people(12, 1));

        assertThat(send(desk, 16, people(12, 0))).isEmpty();
        assertThat(send(desk, 17, people(12, 1))).isEmpty();
        assertThat(send(desk, 18, people(12, 1))).containsExactly("SAME_AS_BEFORE");
    }

    @Test
    void aRowThatIsTakenBackIsNoPartOfTheSheet() throws IOException {
        Desk desk = Desk.in(folder).registered();
        send(desk, 15, people(12, 0));
        List<String> spoiled = people(12, 0);
        spoiled.add("人甲甲,11010519491231002X,学员,一班,36.2,无");
        spoiled.add("人甲甲,11010519491231002X,学员,一班,36.9,无");

        assertThat(send(desk, 16, spoiled)).containsExactly("PERSON_CONFLICT", "PERSON_CONFLICT", "SAME_AS_BEFORE");
    }

    @Test
    void aFewPeopleMayBeEqualByChance() throws IOException {
        Desk desk = Desk.in(folder).registered();
        send(desk, 15, people(9, 0));

        assertThat(send(desk, 16, people(9, 0))).isEmpty();
    }

    @Test
    void rowsThatJumpAreToldOnceThreeSheetsAreKnown() throws IOException {
        Desk desk = Desk.in(folder).registered();
        assertThat(send(desk, 8, people(20, 0))).isEmpty();
        assertThat(send(desk, 9, people(40, 1))).isEmpty();
        assertThat(send(desk, 10, people(20, 2))).isEmpty();

        assertThat(send(desk, 11, people(31, 3))).containsExactly("COUNT_JUMPS");
        assertThat(send(desk, 12, people(30, 4))).isEmpty();
        assertThat(send(desk, 15, people(10, 5))).containsExactly("COUNT_JUMPS");
    }

    @Test
    void aSheetWithoutRowsFallsFromWhatIsUsual() throws IOException {
        Desk desk = Desk.in(folder).registered();
        for (int day = 8; day <= 10; day++) {
            send(desk, day, people(4, day));
        }

        assertThat(send(desk, 11, List.of())).containsExactlyInAnyOrder("ZERO_NOT_DECLARED", "COUNT_JUMPS");
    }

    @Test
    void aWeekendIsComparedWithWeekends() throws IOException {
        Desk desk = Desk.in(folder).registered();
        for (int day = 8; day <= 12; day++) {
            send(desk, day, people(20, day));
        }

        assertThat(send(desk, 13, people(5, 13))).isEmpty();
    }

    private static List<String> send(Desk desk, int day, List<String> people) throws IOException {
        return codes(ingested(desk, day, people));
    }

    /** Checked first: the dry run must say the same. */
    private static JsonNode ingested(Desk desk, int day, List<String> people) throws IOException {
        String date = "2020-06-%02d".formatted(day);
        desk.at(date + "T08:00:00+08:00");
        Path sheet = desk.file(
                "3301900101_" + date + "_" + Integer.toHexString(people.hashCode()) + ".csv",
                HEADING + String.join("\n", people) + "\n");
        Ended check = desk.call("check", sheet, "--json");
        Ended ingest = desk.call("ingest", sheet, "--json");
        JsonNode answer = ingest.objects().get(0);
        assertThat(check.objects().get(0).path("findings")).isEqualTo(answer.path("findings"));
        return answer;
    }

    private static List<String> codes(JsonNode answer) {
        return StreamSupport.stream(answer.path("findings").spliterator(), false)
                .map(finding -> finding.path("code").asString())
                .toList();
    }

    /** @param day moves every temperature */
    private static List<String> people(int count, int day) {
        String digits = "甲乙丙丁戊己庚辛壬癸";
        return new ArrayList<>(IntStream.range(0, count)
                .mapToObj(number -> "人" + "一二三四五六七八九十".charAt(number / 10) + digits.charAt(number % 10) + ",,学员,一班,36."
                        + (1 + (number * 7 + number / 3 + day) % 9) + ",无")
                .toList());
    }
}
