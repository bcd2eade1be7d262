package lingbao.run;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lingbao.catalogue.Catalogue;
import lingbao.catalogue.Column;
import lingbao.catalogue.Form;
import lingbao.domain.Directory;
import lingbao.domain.Institution;
import lingbao.domain.Period;
import lingbao.domain.Region;
import lingbao.register.Registers;
import lingbao.render.RowText;
import lingbao.render.RowWorkbook;
import lingbao.seal.DurableFiles;
import lingbao.store.Rows;
import lingbao.store.StoredRow;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** The stored rows of the sheets that count, masked where personal. */
@Command(name = "export", description = "导出一种报表已接收的各行；姓名和号码只显示一部分。")
final class ExportCommand implements Callable<Integer> {

    /** As written on the command line. */
    enum Format {
        csv,
        xlsx,
        json
    }

    @ParentCommand
    @Nullable
    Lingbao lingbao;

    @Parameters(index = "0", paramLabel = "报表", description = "报表的代号。")
    String formId = "";

    @Option(names = "--date", paramLabel = "日期", description = "例如 2020-06-17。")
    @Nullable
    LocalDate date;

    @Option(names = "--month", paramLabel = "月份", description = "例如 2020-06。")
    @Nullable
    YearMonth month;

    @Option(names = "--year", paramLabel = "年份", description = "例如 2020。")
    @Nullable
    Year year;

    @Option(names = "--region", paramLabel = "区域", description = "只要这个区域（及其下级）的机构。")
    @Nullable
    String region;

    @Option(names = "--format", paramLabel = "格式", defaultValue = "csv", description = "csv、xlsx 或 json，默认 csv。")
    Format format = Format.csv;

    @Option(names = "--out", paramLabel = "文件", description = "写到这个文件；默认写到标准输出。")
    @Nullable
    Path out;

    @Override
    public Integer call() {
        Lingbao line = Objects.requireNonNull(lingbao);
        Period asked = asked();
        try (ConfigurableApplicationContext house = House.open(line.home(), line.clock)) {
            Map<String, Form> forms = house.getBean(Catalogue.class).forms();
            Form form = forms.get(formId);
            if (form == null) {
                throw new CommandFault("没有名为“" + formId + "”的报表；可用的有：" + String.join("、", forms.keySet()) + "。");
            }
            // The sheet of the month or year that holds what is asked begins before it.
            LocalDate from = Period.holding(asked.start(), form.period()).start();
            LocalDate to = asked.end();
            List<String> senders = region == null
                    ? null
                    : sendersIn(house.getBean(Registers.class).on(to), region);
            Rows rows = house.getBean(Rows.class);
            if (out == null) {
                write(form, line.out, row -> rows.export(form, from, to, senders, row));
            } else {
                try (OutputStream file = new BufferedOutputStream(Channels.newOutputStream(DurableFiles.open(
                        out,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING)))) {
                    write(form, file, row -> rows.export(form, from, to, senders, row));
                } catch (IOException e) {
                    throw new CommandFault("无法写入“" + out + "”，请核对路径和权限。");
                }
            }
            return Lingbao.DONE;
        }
    }

    private Period asked() {
        List<Period> asked = PeriodText.written(date, month, year == null || year.getValue() > 999 ? year : null);
        if (asked.size() != 1) {
            throw new CommandFault("请写明 --date 2020-06-17、--month 2020-06 或 --year 2020 之一。");
        }
        return asked.get(0);
    }

    /** The regions themselves are among them, for the forms that a region sends. */
    private static List<String> sendersIn(Directory directory, String code) {
        Region top = directory.region(code).orElseThrow(() -> new CommandFault("登记册里没有区域“" + code + "”，请核对区域代码。"));
        List<String> regions =
                directory.withAllBelow(top).stream().map(Region::code).toList();
        Stream<String> institutions = directory.institutions().stream()
                .filter(institution -> regions.contains(institution.region()))
                .map(Institution::code);
        return Stream.concat(regions.stream(), institutions).toList();
    }

    private void write(Form form, OutputStream to, Consumer<Consumer<StoredRow>> rows) {
        switch (format) {
            case csv -> {
                try (RowText text = new RowText(new OutputStreamWriter(to, StandardCharsets.UTF_8))) {
                    text.add(headings(form));
                    rows.accept(row -> text.add(cells(row)));
                }
            }
            case json -> {
                PrintStream stream =
                        to instanceof PrintStream print ? print : new PrintStream(to, false, StandardCharsets.UTF_8);
                JsonLines lines = new JsonLines(stream);
                rows.accept(row -> lines.object(asObject(form, row)));
                stream.flush();
            }
            case xlsx -> {
                try (RowWorkbook workbook = new RowWorkbook(form.name(), headings(form), to)) {
                    rows.accept(row -> workbook.add(cells(row)));
                }
            }
        }
    }

    private static List<String> headings(Form form) {
        List<String> headings = new ArrayList<>(List.of("institution", "period", "receipt", "file", "sheet", "row"));
        form.columns().forEach(column -> headings.add(column.id()));
        return headings;
    }

    private static Map<String, @Nullable Object> asObject(Form form, StoredRow row) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("institution", row.institution());
        object.put("period", row.period().text());
        object.put("receipt", row.receipt());
        object.put("file", row.file());
        object.put("sheet", row.sheet());
        object.put("row", row.row());
        List<Column> columns = form.columns();
        for (int index = 0; index < columns.size(); index++) {
            if (row.values().get(index) != null) {
                object.put(columns.get(index).id(), row.values().get(index));
            }
        }
        return object;
    }

    private static List<@Nullable Object> cells(StoredRow row) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(row.institution());
        cells.add(row.period().text());
        cells.add(row.receipt());
        cells.add(row.file());
        cells.add(row.sheet());
        cells.add(row.row());
        row.values()
                .forEach(value -> cells.add(
                        value instanceof List<?> words
                                ? String.join(
                                        "、", words.stream().map(String::valueOf).toList())
                                : value));
        return cells;
    }
}
