package lingbao.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import lingbao.catalogue.Catalogue;
import lingbao.catalogue.Report;
import lingbao.domain.Period;
import lingbao.domain.PeriodKind;
import lingbao.domain.SheetState;
import lingbao.run.Samples.Sample;
import lingbao.run.SheetFiles.SheetFile;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** The whole line on the samples, from nothing, in a home of its own. */
@Command(name = "demo", description = "用示例数据从头走一遍：载入登记册，接收报表，生成每天的零报告和每月的培训考核指标完成情况。")
final class DemoCommand implements Callable<Integer> {

    private static final int DAYS_TO_TELL_A_MONTH = 5;

    @ParentCommand
    @Nullable
    Lingbao lingbao;

    @Option(
            names = "--out",
            paramLabel = "目录",
            defaultValue = "lingbao-demo",
            description = "PDF 和 xlsx 写到这里，演示用的数据目录也建在其中；默认 ./lingbao-demo。")
    @Nullable
    Path out;

    @Override
    public Integer call() {
        Lingbao line = Objects.requireNonNull(lingbao);
        Path folder = Objects.requireNonNull(out);
        Path samples = Path.of(System.getProperty("lingbao.project", ".")).resolve("samples");
        List<Sample> table = Samples.in(samples);
        Home home = freshHome(folder.resolve("home"));
        line.home = home.root();
        try (ConfigurableApplicationContext house = House.open(home, line.clock)) {
            LocalDate today = LocalDate.now(line.clock.withZone(Intake.ZONE));
            LoadCommand.load(house, "regions", samples.resolve("regions.csv"), today, line.err);
            LoadCommand.load(house, "institutions", samples.resolve("institutions.xlsx"), today, line.err);
            LoadCommand.load(house, "companies", samples.resolve("companies.csv"), today, line.err);
            int astray = ingest(line, house, samples, table);
            report(line, house, table, folder);
            line.out.println();
            line.out.println("演示用的数据目录：" + home.root() + "；例如 ./lingbao --home " + home.root() + " status --date "
                    + table.stream()
                            .map(Sample::period)
                            .filter(period -> period.kind() == PeriodKind.DAY)
                            .map(Period::end)
                            .max(Comparator.naturalOrder())
                            .orElse(today));
            if (astray > 0) {
                line.err.println("有 " + astray + " 个示例文件的应答与 samples/README.md 不符，见上。");
                return Lingbao.COULD_NOT_RUN;
            }
            return Lingbao.DONE;
        }
    }

    private static int ingest(Lingbao line, ConfigurableApplicationContext house, Path samples, List<Sample> table) {
        Map<String, Sample> byShown = new TreeMap<>();
        List<SheetFile> files = table.stream()
                .map(sample -> {
                    String shown = samples.relativize(sample.file()).toString();
                    byShown.put(shown, sample);
                    return new SheetFile(sample.file(), shown, sample.receivedAt());
                })
                .toList();
        AnswerText text = new AnswerText(
                Visible.lines(line.out), house.getBean(Catalogue.class).forms());
        Map<SheetState, Integer> counts = new TreeMap<>();
        int[] astray = {0};
        try (Progress progress = new Progress(line.err, "接收报表", files.size(), Progress.isWatched())) {
            house.getBean(IngestJob.class)
                    .run(new IngestJob.Batch(files, new Intake.Asked(null, null, null), answers -> {
                        progress.step();
                        for (SheetAnswer answer : answers) {
                            counts.merge(answer.state(), 1, Integer::sum);
                            if (!answer.isWhole()) {
                                text.answer(answer, false);
                            }
                        }
                        Sample sample = Objects.requireNonNull(
                                byShown.get(answers.get(0).file()));
                        for (String difference : Samples.differences(sample, answers)) {
                            line.err.println(answers.get(0).file() + "：" + difference);
                            astray[0]++;
                        }
                    }));
        }
        line.out.println();
        line.out.print("共 " + files.size() + " 个文件");
        counts.forEach((state, count) -> line.out.print("，" + state.label() + " " + count + " 张表"));
        line.out.println("。");
        return astray[0];
    }

    private static void report(Lingbao line, ConfigurableApplicationContext house, List<Sample> table, Path folder) {
        EditionArchive archive = house.getBean(EditionArchive.class);
        for (Report report : house.getBean(Catalogue.class).reports().values()) {
            List<Sample> told = table.stream()
                    .filter(sample -> report.periods().contains(sample.period().kind()))
                    .toList();
            if (told.isEmpty()) {
                continue;
            }
            Instant end = after(told);
            for (Period period : periods(told)) {
                for (Instant cutOff : cutOffs(period, end)) {
                    ReportJob.Outcome outcome =
                            house.getBean(ReportJob.class).run(new ReportJob.Order(report, period, null, cutOff));
                    for (ReportJob.Issued issued : outcome.issued()) {
                        List<Path> files = archive.copy(issued, folder);
                        line.out.println(period.text() + "　" + issued.region().name() + "　第 "
                                + issued.edition().number() + " 版　" + files.get(0) + "　" + files.get(1));
                    }
                    if (!outcome.failed().isEmpty()) {
                        throw new CommandFault("报告没有生成：" + String.join("、", outcome.failed()));
                    }
                }
            }
        }
    }

    /** Those that were over when the last sample came. */
    private static List<Period> periods(List<Sample> told) {
        LocalDate last = after(told).atZone(Intake.ZONE).toLocalDate();
        return told.stream()
                .map(Sample::period)
                .distinct()
                .filter(period -> period.end().isBefore(last))
                .sorted(Comparator.comparing(Period::start))
                .toList();
    }

    /** A month is told a few days after its end, and again when all has come: what came late makes its second edition. */
    private static List<Instant> cutOffs(Period period, Instant end) {
        Instant soon = period.end()
                .plusDays(DAYS_TO_TELL_A_MONTH)
                .atStartOfDay(Intake.ZONE)
                .toInstant();
        return period.kind() == PeriodKind.MONTH && soon.isBefore(end) ? List.of(soon, end) : List.of(end);
    }

    /** The cut-off follows the samples, so that the demo says the same on any day. */
    private static Instant after(List<Sample> told) {
        Instant last = told.stream()
                .map(Sample::receivedAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return last.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1));
    }

    /** Empties the home of an earlier demo; any other folder is left alone. */
    private static Home freshHome(Path root) {
        Path settings = root.resolve("home.yaml");
        String contents = "# The home of a demo: made anew at each run.\nmigration: true\n";
        try {
            if (Files.exists(root)) {
                if (!Files.exists(settings) || !Files.readString(settings).equals(contents)) {
                    throw new CommandFault("目录“" + root + "”已存在，又不是演示留下的；请用 --out 换一个目录。");
                }
                try (Stream<Path> files = Files.walk(root)) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
            Files.createDirectories(root);
            Files.writeString(settings, contents);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Home.embedded(root);
    }
}
