package lingbao.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileCampaignTest {

    private static final int FILES = Integer.getInteger("lingbao.hostile", 120);
    private static final int FROM = Integer.getInteger("lingbao.hostile-from", 0);

    @TempDir
    Path folder;

    @Test
    void all() throws IOException {
        List<String> broken = new ArrayList<>();
        try (Meter meter = new Meter(folder)) {
            for (int seed = 0; seed < (FROM == 0 ? 20 : 2); seed++) {
                meter.cost(HostileFile.of(seed * 7));
            }
            for (int seed = FROM; seed < FROM + FILES; seed++) {
                HostileFile file = HostileFile.of(seed);
                try {
                    Cost cost = meter.cost(file);
                    System.out.println(cost.line() + " kept " + Cost.mebibytes(cost.kept()) + " alloc " + Cost.mebibytes(cost.allocated()));
                } catch (AssertionError | RuntimeException e) {
                    broken.add(file + ": " + e);
                    System.out.println("BROKEN " + file + ": " + e);
                    if (e.toString().contains("hangs")) break;
                }
            }
        }
        assertThat(broken).isEmpty();
    }
}
