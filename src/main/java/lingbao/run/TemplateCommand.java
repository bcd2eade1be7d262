package lingbao.run;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import lingbao.catalogue.Catalogue;
import lingbao.catalogue.Form;
import lingbao.domain.Finding;
import lingbao.domain.Period;
import lingbao.domain.PeriodKind;
import lingbao.domain.Sender;
import lingbao.domain.Severity;
import lingbao.render.FormTemplate;
import lingbao.validate.Attribution;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** A blank workbook for one form, to be filled in and sent back. Makes nothing in the home. */
@Command(name = "template", description = "生成一种报表的空白模板，填好后可直接上报。")
final class TemplateCommand implements Callable<Integer> {

    @ParentCommand
    @Nullable
    Lingbao lingbao;

    @Parameters(index = "0", paramLabel = "报表", description = "报表的代号。")
    String formId = "";

    @Option(names = "--institution", paramLabel = "机构", description = "机构（或区）的编码或全称，预先填在模板里；不写则留空。")
    @Nullable
    String institution;

    @Option(
            names = "--date",
            paramLabel = "日期",
            converter = PeriodText.class,
            description = "报表的日期、月份或年份，例如 2020-06-17、2020-06、2020；默认今天。")
    @Nullable
    Period date;

    @Option(names = "--out", paramLabel = "文件", description = "写到这个 .xlsx、.xls 或 .csv 文件；默认以 xlsx 写到标准输出。")
    @Nullable
    Path out;

    @Override
    public Integer call() {
        Lingbao line = Objects.requireNonNull(lingbao);
        FormTemplate.Format format = format();
        try (ConfigurableApplicationContext house = House.openForDryRun(line.home(), line.clock)) {
            Map<String, Form> forms = house.getBean(Catalogue.class).forms();
            Form form = forms.get(formId);
            if (form == null) {
                throw new CommandFault("没有名为“" + formId + "”的报表；可用的有：" + String.join("、", forms.keySet()) + "。");
            }
            Period period = date == null
                    ? Period.holding(LocalDate.ofInstant(line.clock.instant(), Intake.ZONE), form.period())
                    : period(date, form);
            Sender sender = institution == null
                    ? null
                    : sender(house.getBean(Intake.class).attribution(form, institution, period));
            write(new FormTemplate(form, period, sender), format, line.out);
            return Lingbao.DONE;
        }
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

    private void write(FormTemplate template, FormTemplate.Format format, OutputStream standard) {
        try {
            if (out == null) {
                template.write(format, standard);
                standard.flush();
            } else {
                try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(out))) {
                    template.write(format, file);
                }
            }
        } catch (IOException e) {
            throw new CommandFault("无法写入“" + (out == null ? "标准输出" : out) + "”，请核对路径和权限。");
        }
    }
}
