package lingbao.run;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import lingbao.catalogue.Catalogue;
import lingbao.catalogue.Form;
import lingbao.domain.Finding;
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
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Loads a register: all of the file or nothing of it. */
@Command(name = "load", description = "载入登记册：regions（区域）、institutions（机构）。再次载入即为变更。")
final class LoadCommand implements Callable<Integer> {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @ParentCommand
    @Nullable
    Lingbao lingbao;

    @Parameters(index = "0", paramLabel = "登记册", description = "regions 或 institutions。")
    String kind = "";

    @Parameters(index = "1", paramLabel = "文件", description = "csv、xlsx 或 xls。")
    @Nullable
    Path file;

    @Override
    public Integer call() {
        Lingbao line = Objects.requireNonNull(lingbao);
        try (ConfigurableApplicationContext house = House.open(line.home(), line.clock)) {
            LoadResult result =
                    load(house, kind, Objects.requireNonNull(file), LocalDate.now(line.clock.withZone(ZONE)), line.err);
            line.err.println("已载入 " + kind + "：新增 " + result.added() + "，变更 " + result.changed() + "，未变 "
                    + result.unchanged() + "，文件中没有而保留的 " + result.absent() + "。");
            return Lingbao.DONE;
        }
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
            throw new CommandFault("没有名为“" + kind + "”的登记册；可以载入的有：" + String.join("、", layouts.keySet()) + "。");
        }
        List<String> unread = new ArrayList<>();
        List<CheckedRow> rows = read(layout, file, notes, unread);
        Registers registers = house.getBean(Registers.class);
        if (!unread.isEmpty()) {
            // The other rows are judged all the same, so that one answer tells everything.
            List<RegisterProblem> others = kind.equals("regions")
                    ? registers.problemsOfSomeRegions(rows, today)
                    : registers.problemsOfSomeInstitutions(rows, today);
            others.forEach(problem -> unread.add(line(problem)));
            throw fault(file, unread);
        }
        LoadResult result =
                kind.equals("regions") ? registers.loadRegions(rows, today) : registers.loadInstitutions(rows, today);
        if (!result.loaded()) {
            throw fault(file, result.problems().stream().map(LoadCommand::line).toList());
        }
        return result;
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
        return (finding.cell() == null ? "" : finding.cell() + " ")
                + finding.message()
                + finding.remedy().replace("上传", "载入");
    }

    private static String line(RegisterProblem problem) {
        return "第 " + problem.row() + " 行 " + problem.message() + problem.remedy();
    }
}
