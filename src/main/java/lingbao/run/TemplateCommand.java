package lingbao.run;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import lingbao.catalogue.Catalogue;
import lingbao.catalogue.FeverThreshold;
import lingbao.catalogue.Form;
import lingbao.catalogue.Policy;
import lingbao.domain.Finding;
import lingbao.domain.FindingCode;
import lingbao.domain.Period;
import lingbao.domain.PeriodKind;
import lingbao.domain.Sender;
import lingbao.domain.Severity;
import lingbao.register.Registers;
import lingbao.render.FormTemplate;
import lingbao.render.SheetToFill;
import lingbao.seal.DurableFiles;
import lingbao.store.Database;
import lingbao.store.LastSheets;
import lingbao.store.LastSheets.LastSheet;
import lingbao.validate.Attribution;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/**
 * A workbook for one form, or for all that an institution owes on a day, to be filled in and sent back. It comes with the
 * institution's people of the last sheet. Makes nothing in the home.
 */
@Command(name = "template", description = "生成一种报表的模板，或某机构当天应报的全部模板，填好后可直接上报。")
final class TemplateCommand implements Callable<Integer> {

    @ParentCommand
    @Nullable
    Lingbao lingbao;

    @Parameters(index = "0", arity = "0..1", paramLabel = "报表", description = "报表的代号；与 --due 二选一。")
    @Nullable
    String formId;

    @Option(names = "--due", description = "这个机构当天应报的全部报表，每种一张工作表，放在一个工作簿里。")
    boolean due;

    @Option(names = "--institution", paramLabel = "机构", description = "机构（或区）的编码或全称，预先填在模板里，连同上一张已接收的表里的人员；不写则留空。")
    @Nullable
    String institution;

    @Option(
            names = "--date",
            paramLabel = "日期",
            converter = PeriodText.class,
            description = "报表的日期、月份或年份，例如 2020-06-17、2020-06、2020；默认今天。")
    @Nullable
    Period date;

    @Option(names = "--empty", description = "不带上一张表里的人员。")
    boolean empty;

    @Option(
            names = "--out",
            paramLabel = "文件",
            description = "写到这个 .xlsx、.xls 或 .csv 文件，只有本人可读，不覆盖已有的文件；默认以 xlsx 写到标准输出。")
    @Nullable
    Path out;

    @Override
    public Integer call() {
        Lingbao line = Objects.requireNonNull(lingbao);
        FormTemplate.Format format = format();
        if (due == (formId != null)) {
            throw new CommandFault("请写明一种报表的代号，或用 --due 生成当天应报的全部报表。");
        }
        if (out != null && holdsSomething(out)) {
            // Most likely the template of the same name that somebody is filling in.
            throw new CommandFault("文件“" + out + "”已经有了，没有改动它；请换一个文件名，或先把它移走。");
        }
        try (ConfigurableApplicationContext house = House.openForDryRun(line.home(), line.clock)) {
            LocalDate today = LocalDate.ofInstant(line.clock.instant(), Intake.ZONE);
            List<SheetToFill> sheets =
                    formId == null ? ofAllDue(house, today, format) : List.of(ofOne(house, today, formId));
            write(new FormTemplate(sheets), format, line.out);
            return Lingbao.DONE;
        }
    }

    private SheetToFill ofOne(ConfigurableApplicationContext house, LocalDate today, String id) {
        Map<String, Form> forms = house.getBean(Catalogue.class).forms();
        Form form = forms.get(id);
        if (form == null) {
            throw new CommandFault("没有名为“" + id + "”的报表；可用的有：" + String.join("、", forms.keySet()) + "。");
        }
        Period period = date == null ? Period.holding(today, form.period()) : period(date, form);
        Sender sender =
                institution == null ? null : sender(house.getBean(Intake.class).attribution(form, institution, period));
        return sheet(house, form, period, sender);
    }

    /** A sheet is due on the last day of its period, as its deadline is. */
    private List<SheetToFill> ofAllDue(
            ConfigurableApplicationContext house, LocalDate today, FormTemplate.Format format) {
        if (institution == null) {
            throw new CommandFault("--due 要用 --institution 写明机构。");
        }
        if (format == FormTemplate.Format.CSV) {
            throw new CommandFault("一个 csv 只能放一张表；--due 请写到 .xlsx 或 .xls 文件。");
        }
        if (date != null && date.kind() != PeriodKind.DAY) {
            throw new CommandFault("--due 的 --date 应是一天，例如 2020-06-17。");
        }
        LocalDate day = date == null ? today : date.start();
        List<SheetToFill> sheets = new ArrayList<>();
        for (Form form : house.getBean(Catalogue.class).forms().values()) {
            Period period = Period.holding(day, form.period());
            if (form.sender() == Form.Sender.INSTITUTION
                    && form.calendar().holds(period)
                    && period.end().equals(day)) {
                Attribution attribution = house.getBean(Intake.class).attribution(form, institution, period);
                if (attribution.findings().stream().noneMatch(TemplateCommand::isOfOthers)) {
                    sheets.add(sheet(house, form, period, sender(attribution)));
                }
            }
        }
        if (sheets.isEmpty()) {
            throw new CommandFault("“" + institution + "”在 " + day + " 没有应报的报表。");
        }
        return sheets;
    }

    private static boolean isOfOthers(Finding finding) {
        return finding.code() == FindingCode.INSTITUTION_NOT_IN_SCOPE;
    }

    private SheetToFill sheet(ConfigurableApplicationContext house, Form form, Period period, @Nullable Sender sender) {
        List<List<@Nullable String>> rows = List.of();
        if (sender != null && !empty && house.getBean(Database.class).isThere()) {
            LastSheet last =
                    house.getBean(LastSheets.class).before(form, sender, period).orElse(null);
            if (last != null) {
                rows = last.rows();
                tell(form, last);
            }
        }
        return new SheetToFill(form, period, sender, fever(house, period, sender), rows);
    }

    private void tell(Form form, LastSheet last) {
        String said = "“" + form.name() + "”带上了 " + last.period().label() + "那张表里的 "
                + last.rows().size() + " 行";
        Objects.requireNonNull(lingbao)
                .err
                .println(
                        last.rowsLeftOut() == 0
                                ? said + "。"
                                : said + "；那张表里另有 " + last.rowsLeftOut() + " 行被退回或没有填报，不在其中，请核对后补上。");
    }

    /** Of the place of the sender; a sheet that may be anybody's shows what holds everywhere, or nothing. */
    private static @Nullable FeverThreshold fever(
            ConfigurableApplicationContext house, Period period, @Nullable Sender sender) {
        Map<String, Policy> policies = house.getBean(Catalogue.class).policies();
        if (sender == null) {
            List<Optional<FeverThreshold>> everywhere = policies.values().stream()
                    .map(policy -> policy.fever(period.start()))
                    .distinct()
                    .toList();
            return everywhere.size() == 1 ? everywhere.get(0).orElse(null) : null;
        }
        return house.getBean(Registers.class)
                .on(period.end())
                .region(sender.region())
                .map(region -> policies.get(region.policy()))
                .flatMap(policy -> policy.fever(period.start()))
                .orElse(null);
    }

    private FormTemplate.Format format() {
        if (out == null) {
            return FormTemplate.Format.XLSX;
        }
        String name = String.valueOf(out.getFileName()).toLowerCase(Locale.ROOT);
        for (FormTemplate.Format format : FormTemplate.Format.values()) {
            if (name.endsWith("." + format.name().toLowerCase(Locale.ROOT))) {
                return format;
            }
        }
        throw new CommandFault("文件名“" + out + "”应以 .xlsx、.xls 或 .csv 结尾。");
    }

    /** The one period of the form that holds what was asked. */
    private static Period period(Period asked, Form form) {
        Period period = Period.holding(asked.start(), form.period());
        if (!period.contains(asked.end())) {
            throw new CommandFault("“" + form.name() + "”" + ofKind(form.period()) + "。");
        }
        return period;
    }

    private static String ofKind(PeriodKind kind) {
        return switch (kind) {
            case DAY -> "按天填报，请写明日期，例如 2020-06-17";
            case MONTH -> "按月填报，请写明月份，例如 2020-06";
            case YEAR -> "按年填报，请写明年份，例如 2020";
        };
    }

    /** Refuses now what the intake would refuse of the filled-in sheet. */
    private static Sender sender(Attribution attribution) {
        List<Finding> errors = attribution.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
        Sender sender = attribution.sender();
        if (!errors.isEmpty() || sender == null) {
            throw new CommandFault(errors.stream()
                    .map(finding -> finding.message() + finding.remedy())
                    .collect(Collectors.joining("\n")));
        }
        return sender;
    }

    /** An empty file may have been made to be written to. */
    private static boolean holdsSomething(Path file) {
        try {
            return Files.exists(file) && Files.size(file) > 0;
        } catch (IOException e) {
            throw new CommandFault("无法读取“" + file + "”，请核对路径和权限。");
        }
    }

    private void write(FormTemplate template, FormTemplate.Format format, OutputStream standard) {
        try {
            if (out == null) {
                template.write(format, standard);
                standard.flush();
            } else {
                try (OutputStream file = new BufferedOutputStream(Channels.newOutputStream(
                        DurableFiles.open(out, StandardOpenOption.WRITE, StandardOpenOption.CREATE)))) {
                    template.write(format, file);
                }
            }
        } catch (IOException e) {
            throw new CommandFault("无法写入“" + (out == null ? "标准输出" : out) + "”，请核对路径和权限。");
        }
    }
}
