package lingbao.run;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lingbao.catalogue.Catalogue;
import lingbao.catalogue.Form;
import lingbao.domain.Finding;
import lingbao.domain.Period;
import lingbao.domain.PeriodKind;
import lingbao.domain.Severity;
import lingbao.read.Limits;
import lingbao.read.OpenedFile;
import lingbao.read.RawSheet;
import lingbao.read.UnreadableFileException;
import lingbao.read.WorkbookReader;
import lingbao.register.LoadResult;
import lingbao.register.RegisterProblem;
import lingbao.register.Registers;
import lingbao.upload.NotReceivedException;
import lingbao.upload.Uploads;
import lingbao.validate.Attribution;
import lingbao.validate.CheckedRow;
import lingbao.validate.CheckedSheet;
import lingbao.validate.SheetValidator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Loads a register, all of the file or nothing of it; or takes in, for the bureau, a form that a region sends. */
@Command(name = "load", description = "载入登记册：regions（区域）、institutions（机构）、companies（企业）；或接收由区填报的表（如考核指标）。再次载入即为变更。")
final class LoadCommand implements Callable<Integer> {

    @ParentCommand
    @Nullable
    Lingbao lingbao;

    @Parameters(index = "0", paramLabel = "登记册", description = "登记册的名称，或由区填报的表的代号。")
    String kind = "";

    @Parameters(index = "1", paramLabel = "文件", description = "csv、xlsx 或 xls。")
    @Nullable
    Path file;

    @Option(names = "--year", paramLabel = "年份", description = "由区填报的表所属的年份，例如 2020；不写则从标题和文件名中找。")
    @Nullable
    Year year;

    @Option(names = "--region", paramLabel = "区", description = "由区填报的表是哪个区的：代码或名称；只有一个区时可以不写。")
    @Nullable
    String region;

    @Override
    public Integer call() {
        Lingbao line = Objects.requireNonNull(lingbao);
        try (ConfigurableApplicationContext house = House.open(line.home(), line.clock)) {
            Catalogue catalogue = house.getBean(Catalogue.class);
            Optional<Form> form = catalogue.form(kind).filter(each -> each.sender() == Form.Sender.REGION);
            if (form.isPresent()) {
                return takeIn(line, house, form.get());
            }
            if (year != null || region != null) {
                throw new CommandFault("--year 和 --region 只用于由区填报的表，不用于登记册。");
            }
            LoadResult result = load(
                    house,
                    kind,
                    Objects.requireNonNull(file),
                    LocalDate.now(line.clock.withZone(Intake.ZONE)),
                    line.err);
            line.err.println("已载入 " + kind + "：新增 " + result.added() + "，变更 " + result.changed() + "，未变 "
                    + result.unchanged() + "，文件中没有而保留的 " + result.absent() + "。");
            return Lingbao.DONE;
        }
    }

    /** The way of every other sheet: kept, judged, answered with a receipt. */
    private int takeIn(Lingbao line, ConfigurableApplicationContext house, Form form) {
        Answering answering = new Answering(line, house.getBean(Catalogue.class).forms(), false, false);
        Period period = year == null ? null : new Period(PeriodKind.YEAR, year.atDay(1));
        house.getBean(IngestJob.class)
                .run(new IngestJob.Batch(
                        SheetFiles.in(List.of(Objects.requireNonNull(file)), null, (skipped, reason) -> {}),
                        new Intake.Asked(form.id(), region, period),
                        answering));
        return answering.status();
    }

    /**
     * @param today from which changes are true
     * @param notes is told of what is not kept, such as a column that the register does not know
     * @throws CommandFault naming everything that is wrong with the file; nothing was loaded
     */
    static LoadResult load(
            ConfigurableApplicationContext house, String kind, Path file, LocalDate today, PrintStream notes) {
        Map<String, Form> layouts = house.getBean(Catalogue.class).registers();
        Form layout = layouts.get(kind);
        if (layout == null) {
            throw new CommandFault("没有名为“" + kind + "”的登记册；可以载入的有："
                    + Stream.concat(layouts.keySet().stream(), sentByRegions(house.getBean(Catalogue.class)))
                            .collect(Collectors.joining("、"))
                    + "。");
        }
        List<String> unread = new ArrayList<>();
        List<CheckedRow> rows = read(layout, file, notes, unread);
        Registers registers = house.getBean(Registers.class);
        if (!unread.isEmpty()) {
            // The other rows are judged all the same, so that one answer tells everything.
            List<RegisterProblem> others =
                    switch (kind) {
                        case "regions" -> registers.problemsOfSomeRegions(rows, today);
                        case "companies" -> registers.problemsOfSomeCompanies(rows);
                        default -> registers.problemsOfSomeInstitutions(rows, today);
                    };
            others.forEach(problem -> unread.add(line(problem)));
            throw fault(file, unread);
        }
        LoadResult result =
                switch (kind) {
                    case "regions" -> registers.loadRegions(rows, today);
                    case "companies" -> registers.loadCompanies(rows, today);
                    default -> registers.loadInstitutions(rows, today);
                };
        if (!result.loaded()) {
            throw fault(file, result.problems().stream().map(LoadCommand::line).toList());
        }
        return result;
    }

    private static Stream<String> sentByRegions(Catalogue catalogue) {
        return catalogue.forms().values().stream()
                .filter(form -> form.sender() == Form.Sender.REGION)
                .map(Form::id);
    }

    /** The rows that can be read; why the others, or the whole file, can't be is added to the problems. */
    private static List<CheckedRow> read(Form layout, Path file, PrintStream notes, List<String> problems) {
        List<CheckedRow> rows = new ArrayList<>();
        try (OpenedFile opened = new WorkbookReader(List.of(layout), Limits.standard())
                .open(Uploads.inPlace(file, Instant.EPOCH), layout.id())) {
            for (RawSheet sheet : opened.sheets()) {
                if (sheet.formId() == null) {
                    continue;
                }
                List<CheckedRow> ofSheet = new ArrayList<>();
                CheckedSheet checked = new SheetValidator()
                        .validate(sheet, new Attribution(null, null, null, List.of()), ofSheet::add);
                ofSheet.removeIf(row -> checked.refused() || checked.takenBack().contains(row.row()));
                rows.addAll(ofSheet);
                for (Finding finding : checked.findings()) {
                    if (finding.severity() == Severity.ERROR) {
                        problems.add(line(finding));
                    } else {
                        notes.println(line(finding));
                    }
                }
            }
        } catch (UnreadableFileException e) {
            problems.add(line(e.finding()));
        } catch (NotReceivedException e) {
            problems.add(line(e.finding()));
        }
        if (problems.isEmpty() && rows.isEmpty()) {
            problems.add("没有找到登记册的表头或数据，应有的列：" + layout.columns().get(0).heading() + "、"
                    + layout.columns().get(1).heading() + "等。");
        }
        return rows;
    }

    private static CommandFault fault(Path file, List<String> problems) {
        return new CommandFault("没有载入“" + file + "”，共 " + problems.size() + " 处问题：" + String.join("；", problems));
    }

    private static String line(Finding finding) {
        // Remedies speak to who sends a sheet; here the operator loads a file.
        return Visible.of((finding.cell() == null ? "" : finding.cell() + " ")
                + finding.message()
                + finding.remedy().replace("上传", "载入"));
    }

    private static String line(RegisterProblem problem) {
        return Visible.of("第 " + problem.row() + " 行 " + problem.message() + problem.remedy());
    }
}
