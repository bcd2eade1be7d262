package lingbao.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lingbao.domain.Finding;
import lingbao.domain.Period;
import lingbao.domain.Severity;

/**
 * The sample sheets and what each must be answered, as the table in their README says it: the columns 文件, 收到时间,
 * 特别之处, 应答, 发现.
 */
final class Samples {

    private static final int FILE = 1;
    private static final int RECEIVED_AT = 2;
    private static final int ANSWER = 4;
    private static final int FINDINGS = 5;

    /**
     * One file of the table.
     *
     * @param answer {@code form=state} for each sheet, or {@code rejected} where no sheet is known
     * @param findings errors and warnings as {@code CODE@E12}, with {@code sheet!} before where the file has several
     */
    record Sample(Path file, Instant receivedAt, Map<String, String> answer, TreeSet<String> findings) {

        /** The day, month or year whose folder it stands in. */
        Period period() {
            return Period.of(file.getName(file.getNameCount() - 2).toString());
        }
    }

    private Samples() {}

    /** @throws CommandFault where the folder or its table is not there */
    static List<Sample> in(Path folder) {
        Path readme = folder.resolve("README.md");
        List<Sample> samples = new ArrayList<>();
        try {
            boolean inTable = false;
            for (String line : Files.readAllLines(readme)) {
                List<String> cells =
                        Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
                if (cells.size() > FINDINGS && cells.get(FILE).equals("文件")) {
                    inTable = true;
                } else if (inTable && line.startsWith("|") && !cells.get(FILE).startsWith("-")) {
                    samples.add(sample(folder, cells));
                } else if (!line.startsWith("|")) {
                    inTable = false;
                }
            }
        } catch (IOException e) {
            throw new CommandFault("没有找到示例说明 " + readme + "，请在完整的项目目录中运行。");
        }
        if (samples.isEmpty()) {
            throw new CommandFault("示例说明 " + readme + " 里没有列出文件的表。");
        }
        return samples;
    }

    private static Sample sample(Path folder, List<String> cells) {
        return new Sample(
                folder.resolve(cells.get(FILE)),
                OffsetDateTime.parse(cells.get(RECEIVED_AT)).toInstant(),
                answer(cells.get(ANSWER)),
                Arrays.stream(cells.get(FINDINGS).split(","))
                        .map(String::strip)
                        .filter(finding -> !finding.isEmpty())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static Map<String, String> answer(String cell) {
        Map<String, String> answer = new TreeMap<>();
        for (String sheet : cell.split(";")) {
            int equals = sheet.indexOf('=');
            answer.put(
                    equals < 0 ? "" : sheet.substring(0, equals).strip(),
                    sheet.substring(equals + 1).strip());
        }
        return answer;
    }

    /** What differs between the table's word and the answers; empty where they agree. */
    static List<String> differences(Sample sample, List<SheetAnswer> answers) {
        Map<String, String> states = new TreeMap<>();
        TreeSet<String> findings = new TreeSet<>();
        for (SheetAnswer answer : answers) {
            states.put(
                    answer.form() == null ? "" : answer.form(), answer.state().word());
            for (Finding finding : answer.findings()) {
                if (finding.severity() != Severity.NOTE) {
                    findings.add((answers.size() > 1 ? answer.sheet() + "!" : "")
                            + finding.code().name()
                            + (finding.cell() == null ? "" : "@" + finding.cell()));
                }
            }
        }
        List<String> differences = new ArrayList<>();
        if (!states.equals(sample.answer())) {
            differences.add("应答应为 " + sample.answer() + "，实为 " + states);
        }
        if (!findings.equals(sample.findings())) {
            differences.add("发现应为 " + sample.findings() + "，实为 " + findings);
        }
        return differences;
    }
}
