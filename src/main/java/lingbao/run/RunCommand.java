package lingbao.run;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import lingbao.catalogue.Catalogue;
import lingbao.catalogue.Report;
import lingbao.domain.Period;
import lingbao.domain.PeriodKind;
import lingbao.domain.Region;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Aggregates and lays out one report; an issued edition is given again, byte for byte. */
@Command(name = "run", description = "汇总并生成一份报告，例如 zero-report；各街道和全区各一份 PDF 和 xlsx。")
final class RunCommand implements Callable<Integer> {

    @ParentCommand
    @Nullable
    Lingbao lingbao;

    @Parameters(index = "0", paramLabel = "报告", description = "报告的代号。")
    String reportId = "";

    @Option(names = "--date", paramLabel = "日期", description = "日报的日期，例如 2020-06-17。")
    @Nullable
    LocalDate date;

    @Option(names = "--month", paramLabel = "月份", description = "月报的月份，例如 2020-06。")
    @Nullable
    YearMonth month;

    @Option(names = "--year", paramLabel = "年份", description = "年报的年份，例如 2020。")
    @Nullable
    Year year;

    @Option(names = "--region", paramLabel = "区域", description = "只做这个区域（及其下级）。")
    @Nullable
    String region;

    @Option(names = "--cut-off", paramLabel = "时刻", description = "数据截止时刻，例如 2020-06-17T10:00:00+08:00；默认为现在。")
    @Nullable
    OffsetDateTime cutOff;

    @Option(names = "--edition", paramLabel = "版次", description = "取出已签发的某一版，不重新汇总。")
    @Nullable
    Integer edition;

    @Option(names = "--out", paramLabel = "目录", description = "写到这个目录；默认为数据目录下的 reports。")
    @Nullable
    Path out;

    @Option(names = "--json", description = "每个区域输出一行 JSON。")
    boolean json;

    @Override
    public Integer call() {
        Lingbao line = Objects.requireNonNull(lingbao);
        try (ConfigurableApplicationContext house = House.open(line.home(), line.clock)) {
            Catalogue catalogue = house.getBean(Catalogue.class);
            Report report = catalogue.reports().get(reportId);
            if (report == null) {
                throw new CommandFault("没有名为“" + reportId + "”的报告；可用的有："
                        + String.join("、", catalogue.reports().keySet()) + "。");
            }
            Instant now = line.clock.instant();
            Instant until = cutOff == null ? now : cutOff.toInstant();
            if (until.isAfter(now)) {
                throw new CommandFault("数据截止时刻 " + cutOff + " 还没有到：同一截止时刻的数字不能再变，请写现在或以前的时刻。");
            }
            ReportJob job = house.getBean(ReportJob.class);
            ReportJob.Order order = new ReportJob.Order(report, period(report), region, until);
            ReportJob.Outcome outcome = edition == null ? job.run(order) : job.fetch(order, edition);
            EditionArchive archive = house.getBean(EditionArchive.class);
            Path folder = out == null ? line.home().reports() : out;
            for (ReportJob.Issued issued : outcome.issued()) {
                tell(line, issued, archive.copy(issued, folder));
            }
            for (Region without : outcome.without()) {
                line.err.println(
                        Visible.of("区域 " + without.name() + "（" + without.code() + "）没有签发过第 " + edition + " 版。"));
            }
            for (String failed : outcome.failed()) {
                line.err.println(Visible.of("区域 " + failed + " 的报告没有生成，其余区域不受影响；修复后请重新运行。"));
            }
            return outcome.failed().isEmpty() ? Lingbao.DONE : Lingbao.COULD_NOT_RUN;
        }
    }

    private void tell(Lingbao line, ReportJob.Issued issued, List<Path> files) {
        if (json) {
            JsonLines lines = new JsonLines(line.out);
            issued.objects().forEach(lines::object);
        } else {
            line.out.println(Visible.of(issued.region().name() + "　第 "
                    + issued.edition().number() + " 版　" + files.get(0) + "　" + files.get(1)));
        }
    }

    /** The one period that is written, of a kind that the report knows. */
    private Period period(Report report) {
        List<Period> written = PeriodText.written(date, month, year);
        if (written.size() != 1 || !report.periods().contains(written.get(0).kind())) {
            throw new CommandFault("报告 " + report.id() + " 需要写明时段，例如 "
                    + report.periods().stream()
                            .sorted()
                            .map(RunCommand::example)
                            .collect(Collectors.joining(" 或 "))
                    + "。");
        }
        return written.get(0);
    }

    private static String example(PeriodKind kind) {
        return switch (kind) {
            case DAY -> "--date 2020-06-17";
            case MONTH -> "--month 2020-06";
            case YEAR -> "--year 2020";
        };
    }
}
