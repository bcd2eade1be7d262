package lingbao.run;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import lingbao.catalogue.Catalogue;
import lingbao.catalogue.Form;
import lingbao.domain.Period;
import lingbao.read.WorkbookReader;
import lingbao.render.CopyLimits;
import lingbao.render.MarkedCopy;
import lingbao.run.SheetFiles.SheetFile;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code check} and {@code ingest} both take. */
final class SheetArguments {

    @Parameters(arity = "1..*", paramLabel = "文件或文件夹", description = "报表文件；文件夹按名称顺序逐层读取。")
    List<Path> paths = List.of();

    @Option(names = "--form", paramLabel = "报表", description = "报表的代号；不写则按表头识别。")
    @Nullable
    String form;

    @Option(names = "--institution", paramLabel = "机构", description = "机构（或区）的编码或全称；不写则从标题和文件名中找。")
    @Nullable
    String institution;

    @Option(
            names = "--date",
            paramLabel = "日期",
            converter = PeriodText.class,
            description = "报表日期，例如 2020-06-17；月报、年报可写 2020-06、2020；不写则从标题和文件名中找。")
    @Nullable
    Period date;

    @Option(names = "--received-at", paramLabel = "时刻", description = "收到的时刻，例如 2020-06-17T09:30:00+08:00；只用于迁入旧报表。")
    @Nullable
    OffsetDateTime receivedAt;

    @Option(names = "--annotated", paramLabel = "文件夹", description = "有错误或提醒的文件，各写一份标注副本到这个文件夹。")
    @Nullable
    Path annotated;

    @Option(names = "--json", description = "每张报表输出一行 JSON。")
    boolean json;

    /** The files that the paths mean; what is passed over is noted. */
    List<SheetFile> files(PrintStream notes) {
        List<SheetFile> files = SheetFiles.in(
                paths,
                receivedAt == null ? null : receivedAt.toInstant(),
                (skipped, reason) -> notes.println("已略过 " + Visible.of(skipped.toString()) + "（" + reason + "）。"));
        if (files.isEmpty()) {
            notes.println("没有可读取的文件，请核对路径。");
        }
        return files;
    }

    /** @throws CommandFault where the form that is asked for is none of these */
    void requireKnownForm(Map<String, Form> forms) {
        if (form != null && !forms.containsKey(form)) {
            throw new CommandFault("没有名为“" + form + "”的报表；可用的有：" + String.join("、", forms.keySet()) + "。");
        }
    }

    /** @throws CommandFault where the sheets would be received at a time that has not come */
    void requireReceivedBy(Instant now) {
        if (receivedAt != null && receivedAt.toInstant().isAfter(now)) {
            throw new CommandFault("收到的时刻 " + receivedAt + " 还没有到，没有读取任何报表；请写现在或以前的时刻。");
        }
    }

    /**
     * Where marked copies go, if they are asked for.
     *
     * @throws CommandFault where nothing can be written there
     */
    @Nullable
    MarkedCopies copies(ApplicationContext house) {
        return annotated == null
                ? null
                : new MarkedCopies(
                        annotated,
                        house.getBean(WorkbookReader.class),
                        house.getBean(Catalogue.class).forms(),
                        new MarkedCopy(CopyLimits.standard()),
                        house.getBean(FaultLog.class));
    }

    Intake.Asked asked() {
        return new Intake.Asked(form, institution, date);
    }
}
