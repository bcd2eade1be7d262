package lingbao.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lingbao.damage.Account;
import lingbao.hostile.HostileFile;
import lingbao.run.Launcher.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * One poison file never holds back the folder: good sheets between hostile ones are taken in, each of those is answered,
 * and the process that parses {@code .xls} is replaced on the way. {@code -Dlingbao.hostile} adds files that take for ever.
 */
class HostileFilesIngestTest {

    @TempDir
    Path folder;

    @Test
    void goodSheetsBetweenHostileOnesAreTakenIn() throws IOException {
        Desk desk = Desk.in(folder).at("2020-06-17T08:00:00+08:00").registered();
        Path sheets = Files.createDirectory(folder.resolve("sheets"));
        List<HostileFile> hostile = new ArrayList<>(HostileFile.named());
        for (int seed = 0; seed < HostileFile.builders(); seed += 5) {
            hostile.add(HostileFile.of(seed));
        }
        if (Integer.getInteger("lingbao.hostile") != null) {
            hostile.add(HostileFile.lasting());
        }
        List<String> good = new ArrayList<>();
        for (int number = 0; number < hostile.size(); number++) {
            HostileFile bad = hostile.get(number);
            // Whose and for when is left out of the name, so that none takes the place of a good one.
            bad.write(sheets.resolve("%03d-b.".formatted(number) + ending(bad)));
            if (number % 4 == 0 && number / 4 < 12) {
                HostileFile next = HostileFile.good().get(number / 4 % 3);
                String name = "%03d-a_3301900101_2020-06-%02d.".formatted(number, 1 + number / 4) + ending(next);
                next.write(sheets.resolve(name));
                good.add(name);
            }
        }

        Ended ended = desk.call("ingest", sheets, "--json");

        assertThat(ended.status()).isEqualTo(2);
        Map<String, List<JsonNode>> answers = new TreeMap<>();
        ended.objects()
                .forEach(answer -> answers.computeIfAbsent(answer.path("file").asString(), same -> new ArrayList<>())
                        .add(answer));
        assertThat(answers).hasSize(hostile.size() + good.size());
        answers.values().forEach(Account::isTrue);
        assertThat(good).hasSizeGreaterThan(5).allSatisfy(name -> assertThat(answers.get(name))
                .extracting(answer -> answer.path("state").asString() + answer.at("/rows/accepted"))
                .containsExactly("accepted20"));
        assertThat(hostile).hasSizeGreaterThan(30);
    }

    private static String ending(HostileFile file) {
        return file.name().substring(file.name().lastIndexOf('.') + 1);
    }
}
