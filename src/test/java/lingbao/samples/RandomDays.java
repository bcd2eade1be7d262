package lingbao.samples;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * Makes random days: any policy in any place, institutions that open and close, sheets that are late, corrected, empty,
 * damaged, sent twice or not at all. The same seed always gives the same day.
 */
public final class RandomDays {

    private static final String DISTRICT = "330190";
    private static final List<String> POLICIES = List.of("holingol", "liuzhou", "beijing", "yimei");
    private static final List<String> KINDS = List.of("培训机构", "评价机构", "学校", "幼儿园");
    private static final List<String> TEMPERATURES =
            List.of("36.2", "36.5", "36.6", "36.8", "37.0", "37.2", "37.2", "37.3", "37.3", "37.4", "38.5", "39");
    private static final List<List<String>> SYMPTOMS = List.of(
            List.of("无"),
            List.of("无"),
            List.of("无"),
            List.of("无"),
            List.of("无"),
            List.of("发热"),
            List.of("咳嗽"),
            List.of("发热", "咳嗽"),
            List.of("腹泻", "呕吐"),
            List.of());
    private static final List<Integer> AIRING_MINUTES = List.of(20, 29, 30, 30, 31, 35, 59, 60, 60, 61, 90);

    private final long seed;
    private final String district;
    private final SplittableRandom random;
    private final InventedPeople people;
    private final LocalDate date;
    private final List<SentFile> files = new ArrayList<>();
    private final Map<String, List<Person>> staff = new LinkedHashMap<>();
    private int fileNumber;

    private RandomDays(long seed, String district) {
        this.seed = seed;
        this.district = district;
        this.random = new SplittableRandom(seed);
        this.people = new InventedPeople(seed);
        this.date = LocalDate.of(2020, 2, 18).plusDays(random.nextInt(400));
    }

    /** The day of a seed. */
    public static RandomDay of(long seed) {
        return of(seed, DISTRICT);
    }

    /** The day of a seed in a district of its own, so that several days have room in one home. */
    public static RandomDay of(long seed, String district) {
        return new RandomDays(seed, district).make();
    }

    private RandomDay make() {
        List<TruthRegion> regions = regions();
        List<TruthInstitution> institutions = institutions(regions);
        institutions.forEach(this::sends);
        files.sort(Comparator.comparing(SentFile::receivedAt));
        OffsetDateTime cutOff = at(LocalTime.NOON).plusDays(3);
        return new RandomDay(seed, date, cutOff, regions, institutions, files);
    }

    private List<TruthRegion> regions() {
        List<TruthRegion> regions = new ArrayList<>();
        regions.add(new TruthRegion(district, "云溪区", "", "district", anyOf(POLICIES)));
        for (int subdistrict = 1; subdistrict <= 1 + random.nextInt(3); subdistrict++) {
            regions.add(new TruthRegion(
                    district + "00" + subdistrict,
                    List.of("青石街道", "河湾街道", "北岭街道").get(subdistrict - 1),
                    district,
                    "subdistrict",
                    chance(50) ? "" : anyOf(POLICIES)));
        }
        return regions;
    }

    private List<TruthInstitution> institutions(List<TruthRegion> regions) {
        List<TruthInstitution> institutions = new ArrayList<>();
        for (TruthRegion region : regions.subList(1, regions.size())) {
            for (int number = 1; number <= 1 + random.nextInt(3); number++) {
                String code = district + "0" + region.code().charAt(8) + "%02d".formatted(number);
                // The first one of a place is always open, so that each place owes something.
                int life = number == 1 ? 0 : random.nextInt(8);
                institutions.add(new TruthInstitution(
                        code,
                        "第" + code.substring(4) + "号" + anyOf(KINDS),
                        anyOf(KINDS),
                        region.code(),
                        life == 1 ? date.plusDays(1) : life == 2 ? date : LocalDate.of(2015, 9, 1),
                        life == 3 ? date.minusDays(1) : life == 4 ? date.plusDays(1) : null));
            }
        }
        return institutions;
    }

    private void sends(TruthInstitution institution) {
        staff.put(institution.code(), staffOf());
        if (!institution.isOpenOn(date)) {
            if (chance(50)) {
                send(institution, time(), List.of(health(institution).refused("INSTITUTION_NOT_OPEN")));
            }
            return;
        }
        List<SheetMaker> forms = new ArrayList<>();
        if (chance(80)) {
            forms.add(this::anyHealth);
        }
        if (chance(70)) {
            forms.add(this::anyAttendance);
        }
        if (chance(70)) {
            forms.add(this::anySite);
        }
        for (int round = 0; round < 1 + Math.max(0, random.nextInt(5) - 2); round++) {
            OffsetDateTime time = time();
            if (chance(10)) {
                sendJunk(institution, time);
            } else if (chance(40)) {
                sendTogether(institution, time, forms);
            } else {
                for (SheetMaker form : forms) {
                    send(institution, chance(50) ? time : time(), List.of(form.make(institution)));
                }
            }
        }
        if (!files.isEmpty() && chance(25)) {
            sendAgain(institution);
        }
    }

    private interface SheetMaker {
        SheetDraft make(TruthInstitution institution);
    }

    private List<Person> staffOf() {
        List<Person> persons = new ArrayList<>();
        int size = 1 + random.nextInt(6);
        for (int person = 0; person < size; person++) {
            persons.add(people.next(chance(70) ? "学员" : "工作人员", chance(50) ? "一班" : "二班"));
        }
        return persons;
    }

    private SheetDraft anyHealth(TruthInstitution institution) {
        SheetDraft draft = health(institution);
        switch (random.nextInt(12)) {
            case 0 -> draft.empty();
            case 1 -> draft.unanswered(List.of("name", "idNumber", "personCategory", "className"));
            case 2 -> damageAll(draft);
            case 3, 4, 5 -> damage(draft, random.nextInt(draft.size()));
            case 6 -> samePersonTwice(draft, institution);
            default -> {}
        }
        return draft;
    }

    private SheetDraft health(TruthInstitution institution) {
        boolean withNumbers = chance(60);
        String columns = withNumbers
                ? "序号=#|姓名=name|证件号码=idNumber|人员类别=personCategory|班级=className|晨检体温=morningTemperature"
                        + "|午检体温=noonTemperature|症状=symptoms|是否就诊=sawDoctor"
                : "*姓名=name|班别=className|身份=personCategory|体温（℃）=morningTemperature|下午体温=noonTemperature"
                        + "|晚检体温=eveningTemperature|身体状况=symptoms|是否就诊=sawDoctor";
        SheetDraft draft = new SheetDraft(TruthSheet.HEALTH, institution.code(), date, new Layout("健康", columns));
        for (Person person : staff.getOrDefault(institution.code(), List.of())) {
            if (draft.size() == 0 || chance(90)) {
                healthRow(draft, person);
            }
        }
        return draft;
    }

    private void healthRow(SheetDraft draft, Person person) {
        draft.row()
                .fill("name", person.name())
                .fill("idNumber", person.idNumber())
                .fill("personCategory", person.category())
                .fill("className", person.className());
        fillTemperature(draft, "morningTemperature", 100);
        fillTemperature(draft, "noonTemperature", 30);
        fillTemperature(draft, "eveningTemperature", 20);
        List<String> symptoms = anyOf(SYMPTOMS);
        if (!symptoms.isEmpty()) {
            draft.fill("symptoms", String.join("、", symptoms), symptoms);
        }
        if (chance(60)) {
            boolean sawDoctor = chance(20);
            draft.fill("sawDoctor", sawDoctor ? "是" : "否", sawDoctor);
        }
    }

    private void fillTemperature(SheetDraft draft, String column, int percent) {
        if (chance(percent)) {
            BigDecimal temperature = new BigDecimal(chance(70) ? "36.5" : anyOf(TEMPERATURES));
            draft.fill(column, chance(80) ? temperature : temperature + "℃", temperature);
        }
    }

    private void damageAll(SheetDraft draft) {
        for (int row = 0; row < draft.size(); row++) {
            damage(draft, row);
        }
    }

    private void damage(SheetDraft draft, int row) {
        switch (random.nextInt(5)) {
            case 0 -> draft.damage(row, "morningTemperature", 365, "TEMPERATURE_OUT_OF_RANGE");
            case 1 -> draft.damage(row, "morningTemperature", "36,8", "NUMBER_INVALID");
            case 2 -> draft.damage(row, "noonTemperature", "36.5-36.8", "NUMBER_INVALID");
            case 3 -> draft.damage(row, "name", null, "REQUIRED_BLANK");
            default -> draft.damage(row, "personCategory", "路人", "CHOICE_UNKNOWN");
        }
    }

    private void samePersonTwice(SheetDraft draft, TruthInstitution institution) {
        Person person = staff.getOrDefault(institution.code(), List.of()).get(0);
        int second = draft.size();
        healthRow(draft, person);
        draft.temperature(0, "36.4").temperature(second, "38.1");
        if (draft.layout().has("idNumber")) {
            draft.error(0, "idNumber", "PERSON_CONFLICT").error(second, "idNumber", "PERSON_CONFLICT");
        } else {
            draft.warning(second, "name", "SAME_NAME");
        }
    }

    private SheetDraft anyAttendance(TruthInstitution institution) {
        String columns = chance(50)
                ? "班级=className|应到人数=expected|实到人数=present|因病缺勤人数=sickAbsent|事假人数=personalLeave|其他缺勤=otherAbsent"
                : "序号=#|班别=className|应到=expected|实到=present|病假=sickAbsent";
        SheetDraft draft = new SheetDraft(TruthSheet.ATTENDANCE, institution.code(), date, new Layout("考勤", columns));
        if (chance(30)) {
            draft.layout().totals();
        }
        for (int number = 1; number <= 1 + random.nextInt(3); number++) {
            draft.row().fill("className", number + "班");
            attendanceRow(draft);
        }
        return draft;
    }

    private void attendanceRow(SheetDraft draft) {
        int row = draft.size() - 1;
        int sick = random.nextInt(3);
        int personal = random.nextInt(2);
        int other = random.nextInt(2);
        int present = random.nextInt(20);
        int expected = present + sick + personal + other;
        draft.fill("expected", expected);
        switch (random.nextInt(10)) {
            case 0 -> {}
            case 1 -> {
                draft.fill("sickAbsent", sick);
                draft.error(row, "present", "REQUIRED_BLANK");
            }
            case 2 -> draft.damage(row, "present", "全到", "NUMBER_INVALID");
            case 3 -> {
                draft.fill("present", present).fill("sickAbsent", sick);
                draft.fill("personalLeave", personal).fill("otherAbsent", other + 1);
                if (draft.layout().has("otherAbsent")) {
                    draft.error(row, "expected", "SUM_MISMATCH");
                }
            }
            case 4 -> draft.fill("present", present);
            default ->
                draft.fill("present", present)
                        .fill("sickAbsent", sick)
                        .fill("personalLeave", personal)
                        .fill("otherAbsent", other);
        }
    }

    private SheetDraft anySite(TruthInstitution institution) {
        SheetDraft draft = new SheetDraft(
                TruthSheet.SITE,
                institution.code(),
                date,
                new Layout("消毒", "日期=date|场所=place|作业类型=action|开始时间=startTime|结束时间=endTime|方式=method|责任人=responsible"));
        if (chance(6)) {
            return draft.empty();
        }
        boolean careful = chance(60);
        for (int number = 1; number <= 1 + random.nextInt(2); number++) {
            String place = number + "号教室";
            Set<LocalTime> starts = new HashSet<>();
            int disinfections = careful ? 2 : random.nextInt(3);
            for (int action = 0; action < disinfections; action++) {
                action(draft, place, "消毒", freeTime(starts, false), 0);
            }
            int airings = careful ? 3 : random.nextInt(5);
            for (int action = 0; action < airings; action++) {
                action(
                        draft,
                        place,
                        "通风",
                        freeTime(starts, careful && action == 0),
                        careful ? 60 : anyOf(AIRING_MINUTES));
            }
        }
        if (draft.size() == 0) {
            action(draft, "大厅", "清洁", LocalTime.of(7, 0), 0);
        }
        if (chance(25)) {
            damageSite(draft, random.nextInt(draft.size()));
        }
        return draft;
    }

    private LocalTime freeTime(Set<LocalTime> taken, boolean morning) {
        LocalTime time;
        do {
            time = LocalTime.of(random.nextInt(6, morning ? 12 : 20), random.nextInt(1, 60));
        } while (!taken.add(time));
        return time;
    }

    private void action(SheetDraft draft, String place, String action, LocalTime start, int minutes) {
        draft.row().fill("date", date.toString(), date).fill("place", place).fill("action", action);
        draft.fill("startTime", start.toString(), start).fill("responsible", "岑初禾");
        if (action.equals("通风")) {
            LocalTime end = start.plusMinutes(minutes);
            draft.fill("endTime", end.toString(), end).fill("method", chance(75) ? "自然通风" : "机械通风");
        }
    }

    private void damageSite(SheetDraft draft, int row) {
        switch (random.nextInt(3)) {
            case 0 -> draft.damage(row, "date", date.minusDays(1).toString(), "DATE_NOT_REPORT_DAY");
            case 1 -> draft.damage(row, "startTime", "上午", "TIME_INVALID");
            default -> draft.damage(row, "place", null, "REQUIRED_BLANK");
        }
    }

    private void sendTogether(TruthInstitution institution, OffsetDateTime time, List<SheetMaker> forms) {
        if (!forms.isEmpty()) {
            send(
                    institution,
                    time,
                    forms.stream().map(form -> form.make(institution)).toList());
        }
    }

    private void send(TruthInstitution institution, OffsetDateTime time, List<SheetDraft> drafts) {
        List<PlacedSheet> sheets = drafts.stream().map(SheetDraft::placed).toList();
        List<Grid> grids = sheets.stream().map(PlacedSheet::grid).toList();
        boolean workbook = sheets.size() > 1 || chance(30);
        Supplier<byte[]> text = () -> chance(50)
                ? SheetFile.csv(grids.get(0), StandardCharsets.UTF_8, chance(50))
                : SheetFile.csv(grids.get(0), Charset.forName("GB18030"), false);
        byte[] bytes = workbook ? (chance(80) ? SheetFile.xlsx(grids, true) : SheetFile.xls(grids)) : text.get();
        String ending = !workbook ? "csv" : bytes[0] == 'P' ? "xlsx" : "xls";
        files.add(new SentFile(name(institution, ending), time, "", bytes, sheets, List.of()));
    }

    private void sendJunk(TruthInstitution institution, OffsetDateTime time) {
        byte[] whole = SheetFile.xlsx(List.of(health(institution).placed().grid()), false);
        boolean truncated = chance(50);
        byte[] bytes =
                truncated ? Arrays.copyOf(whole, random.nextInt(whole.length / 4, whole.length / 2)) : new byte[0];
        files.add(new SentFile(
                name(institution, "xlsx"), time, "", bytes, List.of(), List.of(truncated ? "CORRUPT" : "EMPTY_FILE")));
    }

    /** The same bytes once more, later. */
    private void sendAgain(TruthInstitution institution) {
        List<SentFile> own = files.stream()
                .filter(file -> file.path().startsWith(institution.code()))
                .toList();
        if (!own.isEmpty()) {
            SentFile first = anyOf(own);
            String ending = first.path().substring(first.path().lastIndexOf('.') + 1);
            files.add(new SentFile(
                    name(institution, ending),
                    first.receivedAt().plusMinutes(random.nextInt(1, 600)),
                    "",
                    first.bytes(),
                    first.sheets(),
                    first.fileFlaws()));
        }
    }

    private String name(TruthInstitution institution, String ending) {
        fileNumber++;
        return institution.code() + "_" + date + "_" + fileNumber + "." + ending;
    }

    /** Around the deadline more often than not. */
    private OffsetDateTime time() {
        return switch (random.nextInt(8)) {
            case 0 -> at(LocalTime.of(9, 30));
            case 1 -> at(LocalTime.of(9, 30, 1));
            case 2 -> at(LocalTime.of(9, 29, 59));
            case 3 -> at(LocalTime.of(random.nextInt(10, 24), random.nextInt(60)));
            case 4 ->
                at(LocalTime.of(random.nextInt(0, 24), random.nextInt(60))).plusDays(1);
            default -> at(LocalTime.of(random.nextInt(6, 9), random.nextInt(60), random.nextInt(60)));
        };
    }

    private OffsetDateTime at(LocalTime time) {
        return date.atTime(time).atOffset(ZoneOffset.ofHours(8));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T anyOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
