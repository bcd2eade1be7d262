package lingbao.samples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The folder {@code samples/} as the generator makes it: registers, sheets, and the README that says what each must get. */
public final class SampleFolder {

    static final String TABLE_HEADING = "| 文件 | 收到时间 | 特别之处 | 应答 | 发现 |";

    private static final String HEAD = """
            # 示例：云溪区的三天，滨江区的两个月

            云溪区、三个街道、28 家机构和所有人员都是虚构的；姓名由音节表拼成，证件号码的校验码正确，但地区码 330190 没有启用过。
            青石街道、河湾街道沿用云溪区的政策 holingol，北岭街道适用 beijing。

            滨江区的四个单位和考核指标照 2020 年 5 月 8 日印发的通知（政策 binjiang）；两家培训机构、十家企业和参加培训的人员都是虚构的，
            证件号码和统一社会信用代码的校验码正确，地区码同上。两家机构 7 月 1 日开业，6 月不必报日报。

            Everything here is made by `lingbao.samples.SampleFolder` in the test tree, always the same. To make it again:

            ```sh
            mvn -q spring-boot:test-run -Dspring-boot.run.main-class=lingbao.samples.SampleFolder
            ```

            | 登记册 | 载入命令 |
            | --- | --- |
            | regions.csv | `load regions` |
            | institutions.xlsx | `load institutions` |
            | companies.csv | `load companies` |

            考核指标 2020/330108_quota-2020.xlsx 也可以用 `load quota` 接收，结果相同。其余各表按所属的日或月放在各自的文件夹里。

            下表按收到的先后排列，`demo` 照此逐个上报，测试逐行核对：

            - **应答**：文件里每张报表一项，`报表=状态`；认不出报表的文件只写 `rejected`。
            - **发现**：所有的错误和警告，`代码@单元格`，整张表或整个文件的发现没有单元格；一个文件有几张表时，前面写表名和 `!`。提示（note）不列；顺序不论。

            """;

    private final SampleDays days = new SampleDays();
    private final SampleMonths months = new SampleMonths();

    /** Writes the folder. The first argument names it; without one it is {@code samples}. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments.length == 0 ? "samples" : arguments[0]);
        for (Map.Entry<String, byte[]> file : new SampleFolder().contents().entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }

    /** All files by their path within the folder. */
    Map<String, byte[]> contents() {
        Map<String, byte[]> contents = new TreeMap<>();
        SampleDistrict district = days.district();
        TrainingDistrict training = months.district();
        contents.put(
                "regions.csv",
                SheetFile.csv(district.regionRegister(training.regions()), StandardCharsets.UTF_8, true));
        contents.put(
                "institutions.xlsx", SheetFile.xlsx(List.of(district.institutionRegister(training.bodies())), true));
        contents.put("companies.csv", SheetFile.csv(training.companyRegister(), StandardCharsets.UTF_8, true));
        files().forEach(file -> contents.put(file.path(), file.bytes()));
        contents.put("README.md", readme().getBytes(StandardCharsets.UTF_8));
        return contents;
    }

    /** In the order of receipt. */
    private List<SentFile> files() {
        return Stream.concat(months.files().stream(), days.files().stream())
                .sorted(Comparator.comparing(SentFile::receivedAt).thenComparing(SentFile::path))
                .toList();
    }

    private String readme() {
        List<SentFile> files = files();
        PlainIntake intake = PlainIntake.of(files);
        StringBuilder readme =
                new StringBuilder(HEAD).append(TABLE_HEADING).append("\n| --- | --- | --- | --- | --- |\n");
        for (SentFile file : files) {
            readme.append("| ")
                    .append(String.join(
                            " | ",
                            file.path(),
                            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX")
                                    .format(file.receivedAt()),
                            file.oddity(),
                            answer(file, intake.states(file)),
                            String.join(", ", findings(file))))
                    .append(" |\n");
        }
        return readme.toString();
    }

    private static String answer(SentFile file, List<String> states) {
        List<String> answers = new ArrayList<>();
        for (int sheet = 0; sheet < states.size(); sheet++) {
            answers.add(file.sheets().get(sheet).truth().form() + "=" + states.get(sheet));
        }
        return answers.isEmpty() ? "rejected" : String.join("; ", answers);
    }

    private static List<String> findings(SentFile file) {
        if (file.sheets().isEmpty()) {
            return file.fileFlaws();
        }
        return file.sheets().stream()
                .flatMap(sheet -> sheet.findings().stream()
                        .map(finding -> file.sheets().size() == 1
                                ? finding
                                : sheet.grid().name() + "!" + finding))
                .collect(Collectors.toList());
    }
}
