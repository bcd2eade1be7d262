package lingbao.samples;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Replays what was sent in the order of receipt: how each sheet ended, which version of it counts, and since when. */
final class PlainIntake {

    private final Map<Key, Line> lines = new LinkedHashMap<>();
    private final Map<SentFile, List<String>> states = new LinkedHashMap<>();

    private record Key(String institution, String form, LocalDate day) {}

    /** All versions that one sender sent of one form for one period. */
    private static final class Line {
        /** The one that counts; of a form that comes in batches all of them, in the order of receipt. */
        private final List<Version> current = new ArrayList<>();

        private @Nullable Instant firstAccepted;
        private @Nullable Instant firstAnswered;
    }

    private record Version(TruthSheet sheet, byte[] bytes) {}

    /**
     * The version that counts.
     *
     * @param receivedAt of the first accepted version with an answer in it; while there is none, of the first accepted one
     */
    record Current(TruthSheet sheet, Instant receivedAt) {}

    private PlainIntake() {}

    static PlainIntake of(List<SentFile> files) {
        PlainIntake intake = new PlainIntake();
        files.stream().sorted(Comparator.comparing(SentFile::receivedAt)).forEach(intake::take);
        return intake;
    }

    /** How each sheet of the file ended, in the words of the contract. */
    List<String> states(SentFile file) {
        return states.getOrDefault(file, List.of());
    }

    Optional<Current> current(String institution, String form, LocalDate day) {
        Line line = lines.get(new Key(institution, form, day));
        if (line == null || line.current.isEmpty()) {
            return Optional.empty();
        }
        Instant since = line.firstAnswered != null ? line.firstAnswered : line.firstAccepted;
        return since == null
                ? Optional.empty()
                : Optional.of(new Current(line.current.get(0).sheet(), since));
    }

    private void take(SentFile file) {
        List<String> answered = new ArrayList<>();
        for (PlacedSheet sheet : file.sheets()) {
            answered.add(take(sheet.truth(), file));
        }
        states.put(file, answered);
    }

    private String take(TruthSheet sheet, SentFile file) {
        Line line = lines.computeIfAbsent(new Key(sheet.institution(), sheet.form(), sheet.day()), key -> new Line());
        if (line.current.stream().anyMatch(version -> Arrays.equals(version.bytes(), file.bytes()))) {
            return "duplicate";
        }
        if (sheet.isRejected()) {
            return "rejected";
        }
        Instant receivedAt = file.receivedAt().toInstant();
        if (!sheet.form().equals(TruthSheet.ROSTER)) {
            line.current.clear();
        }
        line.current.add(new Version(sheet, file.bytes()));
        if (line.firstAccepted == null) {
            line.firstAccepted = receivedAt;
        }
        if (line.firstAnswered == null && !sheet.accepted().isEmpty()) {
            line.firstAnswered = receivedAt;
        }
        return sheet.hasRejectedRows() ? "partly-accepted" : "accepted";
    }
}
