package lingbao.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The second computation against days small enough to be added up in the head. */
class PlainFiguresTest {

    private static final LocalDate DAY = LocalDate.of(2020, 6, 17);
    private static final String ONE = "3301900101";
    private static final String TWO = "3301900102";

    private final List<SentFile> files = new ArrayList<>();

    @Test
    void theDeadlineItselfIsOnTimeAndTheNextSecondIsLate() {
        sent("09:30:00", "a", well(ONE));
        sent("09:30:01", "b", well(TWO));
        assertThat(figures("holingol")).containsEntry("onTime", 1).containsEntry("late", 1);
    }

    @Test
    void aBlankSheetIsReceivedAndNeverZero() {
        sent("08:00:00", "a", well(ONE).unanswered(List.of("name", "personCategory")));
        assertThat(figures("holingol"))
                .containsEntry("received", 1)
                .containsEntry("blank", 1)
                .containsEntry("zero", 0)
                .containsEntry("missing", 1)
                .containsEntry("persons", 0);
    }

    @Test
    void anEmptySheetInTimeThatIsFilledLaterIsLate() {
        sent("08:00:00", "a", well(ONE).empty());
        sent("10:00:00", "b", well(ONE));
        assertThat(figures("holingol"))
                .containsEntry("late", 1)
                .containsEntry("blank", 0)
                .containsEntry("zero", 1);
    }

    @Test
    void aCorrectionReplacesTheRowsAndNotTheTime() {
        sent("08:00:00", "a", well(ONE));
        sent("23:00:00", "b", well(ONE).temperature(0, "38.0"));
        assertThat(figures("holingol"))
                .containsEntry("onTime", 1)
                .containsEntry("late", 0)
                .containsEntry("withCases", 1)
                .containsEntry("fever", 1)
                .containsEntry("persons", 2);
    }

    @Test
    void aRefusedSheetReplacesNothing() {
        sent("08:00:00", "a", well(ONE));
        sent("09:00:00", "b", well(ONE).refused("PERIOD_CONFLICT"));
        sent(
                "09:10:00",
                "c",
                well(TWO).damage(0, "morningTemperature", 365, "X").damage(1, "name", null, "Y"));
        assertThat(figures("holingol"))
                .containsEntry("zero", 1)
                .containsEntry("persons", 2)
                .containsEntry("missing", 1);
    }

    @Test
    void theSameBytesAgainAreADuplicateOnlyOfTheCurrentVersion() {
        sent("08:00:00", "a", well(ONE));
        sent("08:10:00", "a", well(ONE));
        sent("08:20:00", "b", well(ONE).temperature(0, "38.0"));
        sent("08:30:00", "a", well(ONE));
        PlainIntake intake = PlainIntake.of(files);
        assertThat(files.stream().map(intake::states).flatMap(List::stream))
                .containsExactly("accepted", "duplicate", "accepted", "accepted");
        assertThat(figures("holingol")).containsEntry("withCases", 0);
    }

    @Test
    void feverBeginsAtTheThresholdAndIsNoOtherSymptom() {
        sent("08:00:00", "a", well(ONE).temperature(0, "37.3").temperature(1, "37.2"));
        sent("08:00:00", "b", well(TWO).symptoms(0, "发热").symptoms(1, "发热", "咳嗽"));
        assertThat(figures("yimei"))
                .containsEntry("fever", 3)
                .containsEntry("symptomatic", 1)
                .containsEntry("withCases", 2);
    }

    @Test
    void onePersonOnTwoRowsCountsOnce() {
        SheetDraft draft = well(ONE);
        healthRow(draft, "岑初禾").temperature(2, "38.1");
        sent("08:00:00", "a", draft);
        assertThat(figures("holingol")).containsEntry("persons", 2).containsEntry("fever", 1);
    }

    @Test
    void aPlaceThatIsAiredTooShortlyFailsTheInstitution() {
        sent(
                "18:00:00",
                "a",
                site(
                        ONE,
                        "101 消毒 07:00",
                        "101 消毒 16:00",
                        "101 通风 08:00-08:30 自然通风",
                        "101 通风 12:00-12:30 自然通风",
                        "101 通风 16:00-16:29 自然通风"));
        assertThat(figures("holingol"))
                .containsEntry("disinfectionMet", 1)
                .containsEntry("disinfectionNotMet", 0)
                .containsEntry("disinfectionNotSent", 1)
                .containsEntry("ventilationMet", 0)
                .containsEntry("ventilationNotMet", 1)
                .containsEntry("ventilationNotSent", 1);
    }

    @Test
    void machinesAirNothingWhereOnlyNaturalAirCounts() {
        String[] actions = {
            "101 消毒 07:00", "101 通风 08:00-08:30 自然通风", "101 通风 12:00-12:30 自然通风", "101 通风 16:00-16:30 机械通风"
        };
        sent("18:00:00", "a", site(ONE, actions));
        assertThat(figures("liuzhou")).containsEntry("disinfectionMet", 1).containsEntry("ventilationMet", 0);
        assertThat(figures("holingol")).containsEntry("disinfectionMet", 0).containsEntry("ventilationMet", 1);
    }

    @Test
    void minutesAreNeverSummedInBeijing() {
        sent(
                "18:00:00",
                "a",
                site(ONE, "101 通风 11:00-12:00 自然通风", "101 通风 15:00-15:30 自然通风", "101 通风 16:00-16:30 自然通风"));
        sent("18:00:00", "b", site(TWO, "101 通风 11:00-12:00 自然通风", "101 通风 15:00-16:00 机械通风"));
        assertThat(figures("beijing"))
                .containsEntry("ventilationMet", 1)
                .containsEntry("ventilationNotMet", 1)
                .containsEntry("disinfectionNotMet", 2);
    }

    @Test
    void aPolicyWithoutTheRuleLeavesTheFigureOut() {
        sent("18:00:00", "a", site(ONE, "101 消毒 07:00"));
        assertThat(figures("yimei"))
                .doesNotContainKeys("disinfectionMet", "disinfectionNotMet", "disinfectionNotSent")
                .doesNotContainKeys("ventilationMet", "ventilationNotMet", "ventilationNotSent")
                .containsEntry("absentSick", 0);
    }

    private Map<String, Integer> figures(String policy) {
        List<TruthRegion> regions = List.of(
                new TruthRegion("330190", "云溪区", "", "district", policy),
                new TruthRegion("330190001", "青石街道", "330190", "subdistrict", ""));
        LocalDate longAgo = LocalDate.of(2015, 9, 1);
        List<TruthInstitution> institutions = List.of(
                new TruthInstitution(ONE, "一", "学校", "330190001", longAgo, null),
                new TruthInstitution(TWO, "二", "学校", "330190001", longAgo, DAY.plusDays(1)),
                new TruthInstitution("3301900103", "三", "学校", "330190001", longAgo, DAY),
                new TruthInstitution("3301900104", "四", "学校", "330190001", DAY.plusDays(1), null));
        Map<String, Map<String, Integer>> figures = new PlainFigures(DAY, regions, institutions, files).byRegion();
        assertThat(figures.get("330190")).isEqualTo(figures.get("330190001")).containsEntry("expected", 2);
        return figures.getOrDefault("330190", Map.of());
    }

    private void sent(String time, String bytes, SheetDraft draft) {
        OffsetDateTime receivedAt = OffsetDateTime.parse(DAY + "T" + time + "+08:00");
        files.add(new SentFile(
                time + bytes,
                receivedAt,
                "",
                bytes.getBytes(StandardCharsets.UTF_8),
                List.of(draft.placed()),
                List.of()));
    }

    /** Two persons, both well. */
    private static SheetDraft well(String institution) {
        SheetDraft draft = new SheetDraft(
                TruthSheet.HEALTH,
                institution,
                DAY,
                new Layout("健康", "姓名=name|人员类别=personCategory|体温=morningTemperature|症状=symptoms"));
        healthRow(draft, "岑初禾");
        return healthRow(draft, "蓝屿舟");
    }

    private static SheetDraft healthRow(SheetDraft draft, String name) {
        return draft.row()
                .fill("name", name)
                .fill("personCategory", "学员")
                .fill("morningTemperature", new BigDecimal("36.5"))
                .fill("symptoms", "无", List.of("无"));
    }

    /** Each action: {@code place action start[-end] [method]}. */
    private static SheetDraft site(String institution, String... actions) {
        SheetDraft draft = new SheetDraft(
                TruthSheet.SITE,
                institution,
                DAY,
                new Layout("消毒", "场所=place|作业类型=action|开始时间=startTime|结束时间=endTime|方式=method"));
        for (String action : actions) {
            String[] parts = action.split(" ");
            draft.row()
                    .fill("place", parts[0])
                    .fill("action", parts[1])
                    .fill("startTime", LocalTime.parse(parts[2].substring(0, 5)));
            if (parts.length > 3) {
                draft.fill("endTime", LocalTime.parse(parts[2].substring(6))).fill("method", parts[3]);
            }
        }
        return draft;
    }
}
