package lingbao.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lingbao.run.Launcher.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Names, identity numbers and phones go in by every door, rightly and wrongly written, and then stand nowhere in clear: in
 * no file of the home, in nothing that a command prints, in no export.
 */
class PersonalDataStaysHomeTest {

    private static final String DAY = "2020-06-17";
    /** In clear on purpose, to prove that the search sees what is there. */
    private static final String OPEN_CLASS = "对照用的班级丙丁";

    private final List<String> planted = new ArrayList<>();
    private final Map<String, String> printed = new TreeMap<>();
    private int number;

    @TempDir
    Path folder;

    @Test
    void nothingPersonalIsFoundInTheHomeOrInWhatIsPrinted() throws IOException {
        Desk desk = Desk.in(folder).at("2020-06-17T08:00:00+08:00");
        desk.registered(
                Desk.REGIONS,
                "机构编码,机构名称,机构类型,所属街道代码,负责人,填报人,联系电话,邮箱\n"
                        + "3301900101,新程职业培训学校,培训机构,330190001," + name() + "," + name() + "," + phone() + ","
                        + planted("qiyu.lanfan@example.com") + "\n"
                        + "3301900102,青石第一小学,学校,330190001," + name() + "," + name() + "," + phone() + ",\n");
        assertThat(desk.call(
                                "load",
                                "institutions",
                                desk.file(
                                        "wrong.csv",
                                        "机构编码,机构名称,机构类型,所属街道代码,负责人,联系电话\n" + "3301900103,知行会计培训学校,培训机构,330190001,"
                                                + name() + "9," + phone() + "77\n"))
                        .status())
                .isEqualTo(1);
        Path sheets = sheets();

        print("ingest", desk.call("ingest", sheets, "--json"), 2);
        print("ingest for people", desk.call("ingest", sheets), 2);
        print("check", desk.call("check", sheets, "--json"), 2);
        Path out = folder.resolve("out");
        print("run", desk.call("run", "zero-report", "--date", DAY, "--out", out, "--json"), 0);
        print("status", desk.call("status", "--date", DAY), 0);
        for (String form : List.of("health-check", "attendance", "disinfection")) {
            for (String format : List.of("csv", "xlsx", "json")) {
                Path file = out.resolve(form + "." + format);
                print("export " + file, desk.call("export", form, "--date", DAY, "--format", format, "--out", file), 0);
                assertThat(file).isNotEmptyFile();
            }
        }

        Path roster = out.resolve("training-roster.csv");
        print("export " + roster, desk.call("export", "training-roster", "--month", "2020-06", "--out", roster), 0);
        assertThat(roster).content().contains(",T*,");

        assertThat(planted).hasSizeGreaterThan(190).doesNotHaveDuplicates();
        Map<String, byte[]> everything = new TreeMap<>();
        printed.forEach((command, text) -> everything.put(command, text.getBytes(StandardCharsets.UTF_8)));
        everything.putAll(ClearText.filesIn(folder, file -> file.startsWith("home/") || file.startsWith("out/")));
        assertThat(everything.keySet())
                .anyMatch(file -> file.contains("lingbao.mv.db"))
                .anyMatch(file -> file.contains("home/received/"))
                .anyMatch(file -> file.endsWith(".pdf, text"));
        assertThat(inClear(everything, List.of(OPEN_CLASS)))
                .anyMatch(place -> place.contains("lingbao.mv.db"))
                .anyMatch(place -> place.contains("attendance.csv"))
                .anyMatch(place -> place.contains("attendance.xlsx"));
        assertThat(inClear(everything, planted)).isEmpty();
    }

    private static List<String> inClear(Map<String, byte[]> everything, List<String> words) {
        ClearText search = new ClearText(words);
        List<String> found = new ArrayList<>();
        everything.forEach((place, bytes) -> search.in(bytes).forEach(word -> found.add(word + " in " + place)));
        return found;
    }

    private Path sheets() throws IOException {
        Path sheets = Files.createDirectories(folder.resolve("sheets"));
        StringBuilder health = new StringBuilder("姓名,证件号码,人员类别,班级,体温,症状,备注\n");
        for (int row = 0; row < 75; row++) {
            health.append(name() + "," + idNumber() + ",学员,一班,36.5,无,\n");
        }
        Workbooks.write(
                sheets.resolve("3301900101_2020-06-17.xlsx"),
                "健康监测",
                health.toString(),
                "考勤",
                "班级,应到人数,实到人数,填报人\n" + OPEN_CLASS + ",75,75," + name() + "\n",
                "消毒",
                "日期,场所,作业类型,开始时间,责任人,检查人\n2020-06-17,101教室,消毒,07:30," + name() + "," + name() + "\n");
        String conflict = idNumber();
        String checkDigit = idNumber();
        StringBuilder wrong = new StringBuilder("姓名,证件号码,人员类别,班级,体温,症状,备注\n")
                .append(name() + "," + conflict + ",学员,二班,36.5,无,\n")
                .append(name() + "," + conflict + ",学员,二班,38.5,无,\n")
                .append(name() + "," + planted(checkDigit.substring(0, 17) + otherDigit(checkDigit))
                        + ",学员,二班,36.5,无,\n")
                .append(name() + "," + planted(idNumber().substring(0, 17)) + ",学员,二班,36.5,无,\n")
                .append(name() + "9," + idNumber() + ",学员,二班,36.5,无,\n")
                .append(idNumber() + "," + name() + ",学员,二班,36.5,无,\n")
                .append(name() + "," + idNumber() + "," + idNumber() + ",二班,36.5,无,\n")
                .append(name() + "," + idNumber() + ",学员,二班," + phone() + ",无,\n")
                .append(name() + "," + idNumber() + ",学员,二班,36.5," + phone() + ",\n")
                .append(name() + ",,学员,二班,36.5,无,\n");
        Files.writeString(sheets.resolve("3301900102_2020-06-17.csv"), wrong);
        Files.write(
                sheets.resolve("3301900102_2020-06-17_b.csv"),
                ("姓名,证件号码,人员类别,体温,症状\n" + name() + "," + idNumber() + ",学员,36.5,无\n")
                        .getBytes(Charset.forName("GB18030")));
        Files.writeString(
                sheets.resolve("3301900102_2020-06-17_c.csv"),
                "姓名,证件号码,人员类别,体温,症状\n" + name() + "," + idNumber() + ",路人,36.5,无\n");
        Files.writeString(
                sheets.resolve("3301900102_2020-06-17_d.csv"),
                "姓名,证件号码,人员类别,体温,症状\n\"" + name() + "," + idNumber() + ",学员,36.5,无\n");
        Files.writeString(
                sheets.resolve("3301900101_2020年6月.csv"),
                "姓名,身份证号,企业名称,所属街道,人员类别,培训日期,学时,操作证号,证书有效期\n"
                        + name() + "," + idNumber() + ",甲公司,青石街道,从业人员,2020-06-01,24," + certificateNo()
                        + ",2023-06-01\n"
                        + name() + "," + idNumber() + ",甲公司,青石街道,从业人员,2020-06-01,24," + certificateNo() + "\u0001,\n"
                        + name() + "," + idNumber() + ",甲公司,青石街道,从业人员,2020-06-01,24," + certificateNo()
                        + "0".repeat(100) + ",\n");
        Files.writeString(sheets.resolve("address-list.csv"), "称呼,号码\n" + name() + "," + phone() + "\n");
        Files.writeString(sheets.resolve("prose.xlsx"), name() + "老师：请打" + phone() + "。\n");
        Path whole =
                Workbooks.write(sheets.resolve("truncated.xlsx"), "健康监测", "姓名,人员类别,体温,症状\n" + name() + ",学员,36.5,无\n");
        byte[] bytes = Files.readAllBytes(whole);
        Files.write(whole, Arrays.copyOf(bytes, bytes.length / 2));
        return sheets;
    }

    private void print(String command, Ended ended, int status) {
        assertThat(ended.status()).as(command + ended.err()).isEqualTo(status);
        printed.put(command, ended.out() + ended.err());
    }

    /** Three characters or more, so that no chance of bytes looks like one. */
    private String name() {
        List<String> families = List.of("柏", "岑", "蓝", "祁", "阮", "隋", "荀", "卓", "瞿", "闻");
        List<String> middles = List.of("漪", "楠", "栩", "砚", "昱", "苒", "澄", "屿", "𠮷", "㙓", "䶮", "笙");
        number++;
        return planted(families.get(number % 10)
                + middles.get(number / 10 % 12)
                + List.of("帆", "岚", "溪").get(number / 120));
    }

    private String idNumber() {
        number++;
        String body = "33019019880%d%02d%03d".formatted(1 + number % 9, 1 + number % 28, number);
        int sum = 0;
        for (int index = 0; index < 17; index++) {
            sum += (body.charAt(index) - '0') * (1 << (17 - index)) % 11;
        }
        return planted(body + "10X98765432".charAt(sum % 11));
    }

    /** Of a 特种作业操作证. */
    private String certificateNo() {
        return planted("T" + idNumber());
    }

    private static String otherDigit(String idNumber) {
        return idNumber.endsWith("1") ? "2" : "1";
    }

    private String phone() {
        number++;
        return planted("139%04d%04d".formatted(number * 37 % 10000, number));
    }

    private String planted(String personal) {
        planted.add(personal);
        return personal;
    }
}
