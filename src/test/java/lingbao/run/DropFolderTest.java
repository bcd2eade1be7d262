package lingbao.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import lingbao.run.Launcher.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies in a folder beside the sheets, left there by the programs that people use. */
class DropFolderTest {

    private static final Map<String, String> PASSED_OVER = Map.of(
            "~$日报.xlsx", "锁定文件",
            ".~日报.xlsx", "锁定文件",
            "日报.tmp", "临时文件",
            "~WRL0001.TMP", "临时文件",
            "日报.xlsx.crdownload", "临时文件",
            ".DS_Store", "系统文件",
            "Thumbs.db", "系统文件",
            "desktop.ini", "系统文件",
            ".日报.csv", "隐藏文件",
            ".trash/日报.csv", "隐藏文件");

    @TempDir
    Path folder;

    @Test
    void filesThatAreNoSheetsArePassedOverWithAReason() throws IOException {
        Path sheets = Files.createDirectories(folder.resolve("sheets"));
        String sheet = "姓名,人员类别,体温\n甲一,学员,36.5\n";
        Files.writeString(sheets.resolve("3301900101_2020-06-17.csv"), sheet);
        for (String name : PASSED_OVER.keySet()) {
            Path file = sheets.resolve(name);
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, sheet);
        }
        Desk desk = Desk.in(folder).at("2020-06-17T08:00:00+08:00").registered();

        for (String command : new String[] {"check", "ingest"}) {
            Ended ended = desk.call(command, sheets, "--json");

            assertThat(ended.status()).isZero();
            assertThat(ended.objects())
                    .extracting(object -> object.path("file").asString())
                    .containsExactly("3301900101_2020-06-17.csv");
            assertThat(ended.err().lines()).hasSize(PASSED_OVER.size());
            PASSED_OVER.forEach((name, reason) -> assertThat(ended.err().lines())
                    .anyMatch(line -> line.contains("已略过 " + name + "（") && line.contains(reason)));
        }
    }
}
