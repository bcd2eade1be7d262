package lingbao.samples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One random day of a small invented district, with its truth.
 *
 * @param cutOff later than everything that came
 * @param files in the order of receipt
 */
public record RandomDay(
        long seed,
        LocalDate date,
        OffsetDateTime cutOff,
        List<TruthRegion> regions,
        List<TruthInstitution> institutions,
        List<SentFile> files) {

    public RandomDay {
        regions = List.copyOf(regions);
        institutions = List.copyOf(institutions);
        files = List.copyOf(files);
    }

    /**
     * The day's files in a folder.
     *
     * @param regions for {@code load regions}
     * @param institutions for {@code load institutions}
     * @param arrivals in the order of receipt
     */
    public record Written(Path regions, Path institutions, List<Arrival> arrivals) {}

    /** A file, and when it came. */
    public record Arrival(Path file, OffsetDateTime receivedAt) {}

    /** The figures that a run for this date must print, by region and figure, without {@code findings}. */
    public Map<String, Map<String, Integer>> figures() {
        return new PlainFigures(date, regions, institutions, files).byRegion();
    }

    /** How each sheet of a file must end, in the words of the contract; empty for a file that holds no form. */
    public List<String> states(SentFile file) {
        return PlainIntake.of(files).states(file);
    }

    /** Writes registers and sheets into an empty folder. */
    public Written writeTo(Path folder) throws IOException {
        Path regionRegister = folder.resolve("regions.csv");
        Files.write(regionRegister, SheetFile.csv(regionGrid(), StandardCharsets.UTF_8, true));
        Path institutionRegister = folder.resolve("institutions.csv");
        Files.write(institutionRegister, SheetFile.csv(institutionGrid(), StandardCharsets.UTF_8, false));
        Path sheets = Files.createDirectories(folder.resolve("sheets"));
        List<Arrival> arrivals = new ArrayList<>();
        for (SentFile file : files) {
            Path path = sheets.resolve(file.path());
            Files.write(path, file.bytes());
            arrivals.add(new Arrival(path, file.receivedAt()));
        }
        return new Written(regionRegister, institutionRegister, arrivals);
    }

    private Grid regionGrid() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        rows.add(List.of("代码", "名称", "上级代码", "级别", "适用政策"));
        regions.forEach(region ->
                rows.add(List.of(region.code(), region.name(), region.parent(), region.level(), region.policy())));
        return new Grid("区域", rows, List.of(), Set.of());
    }

    private Grid institutionGrid() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        rows.add(List.of("机构编码", "机构名称", "机构类型", "所属街道代码", "开业日期", "停业日期"));
        for (TruthInstitution institution : institutions) {
            LocalDate closedOn = institution.closedOn();
            rows.add(List.of(
                    institution.code(),
                    institution.name(),
                    institution.kind(),
                    institution.region(),
                    institution.openedOn().toString(),
                    closedOn == null ? "" : closedOn.toString()));
        }
        return new Grid("机构", rows, List.of(), Set.of());
    }
}
