package lingbao.read;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import lingbao.catalogue.FileRules;
import lingbao.catalogue.Form;
import lingbao.domain.Finding;
import lingbao.domain.FindingCode;
import lingbao.upload.Received;
import org.jspecify.annotations.Nullable;

/** Opens what was received, whatever its kind: {@code .xlsx}, {@code .xls} or a text table, told by its bytes. */
public final class WorkbookReader {

    private static final Set<String> WORKBOOK_ENDINGS = Set.of("xlsx", "xls", "xlsm", "xltx", "et");

    private static final long HELD_IN_MEMORY = 1L << 20;

    private final List<Form> forms;
    private final FormFinder anyForm;
    private final Limits limits;
    private final FileRules rules;

    /** By the one form looked for, empty for any: what a form is called is folded once, not for each file. */
    private final Map<String, FormFinder> finders = new ConcurrentHashMap<>();

    public WorkbookReader(Collection<Form> forms, Limits limits) {
        this(forms, limits, FileRules.STANDARD);
    }

    public WorkbookReader(Collection<Form> forms, Limits limits, FileRules rules) {
        this.forms = List.copyOf(forms);
        this.anyForm = new FormFinder(this.forms, rules.otherTemplates());
        this.limits = limits;
        this.rules = rules;
    }

    /**
     * Opens a file and finds its forms. All of it is checked before it is kept in memory; of a text table only the head, the
     * rest as its rows are asked for.
     *
     * @param onlyForm the one form to look for, by id; null for any
     * @throws UnreadableFileException with the reason, whatever is wrong with the file; nothing stays open
     */
    public OpenedFile open(Received received, @Nullable String onlyForm) {
        FormFinder finder = finders.computeIfAbsent(
                onlyForm == null ? "" : onlyForm, wanted -> new FormFinder(wanted(onlyForm), rules.otherTemplates()));
        return UnreadableFileException.guarding(() -> opened(received, finder));
    }

    private List<Form> wanted(@Nullable String onlyForm) {
        if (onlyForm == null) {
            return forms;
        }
        List<Form> wanted =
                forms.stream().filter(form -> form.id().equals(onlyForm)).toList();
        if (wanted.isEmpty()) {
            throw UnreadableFileException.of(
                    FindingCode.FORM_UNKNOWN,
                    onlyForm,
                    forms.stream().map(Form::id).sorted().collect(Collectors.joining("、")));
        }
        return wanted;
    }

    private OpenedFile opened(Received received, FormFinder finder) throws Exception {
        Path content = received.content();
        long bytes = Files.size(content);
        UnreadableFileException.unlessWithin("文件的字节数", bytes, limits.fileBytes());
        // Most files are small, and are asked for piece by piece.
        byte[] held = bytes <= HELD_IN_MEMORY ? Files.readAllBytes(content) : null;
        Signatures.Kind kind = held == null ? Signatures.kindOf(content) : Signatures.kindOf(held);
        Book book =
                switch (kind) {
                    case XLSX -> XlsxBook.open(content, held, limits, rules);
                    case XLS -> XlsParser.OF_THIS_PROCESS.open(content, limits, rules);
                    case TEXT -> text(received, finder);
                };
        try {
            List<Finding> findings = new ArrayList<>(book.findings());
            findings.addAll(endingDiffers(received.fileName(), kind));
            List<RawSheet> sheets = new ArrayList<>();
            for (SheetSource source : book.sheets()) {
                sheets.add(new FormSheet(source, finder, anyForm));
            }
            return new OpenedBook(book, List.copyOf(findings), List.copyOf(sheets));
        } catch (Exception | Error e) {
            book.close();
            throw e;
        }
    }

    /** Text under the name of a workbook is read only where it is clearly a table. */
    private Book text(Received received, FormFinder finder) throws Exception {
        boolean namedAsWorkbook = WORKBOOK_ENDINGS.contains(ending(received.fileName()));
        try {
            TextEncoding encoding = TextEncoding.of(received.content());
            UnreadableFileException.unlessWithin("文件的字节数", Files.size(received.content()), Limits.TEXT_BYTES);
            CsvText text = CsvText.open(encoding, finder, limits);
            if (!namedAsWorkbook) {
                return text;
            }
            if (text.isTable(finder)) {
                return switch (rules.textNamedAsWorkbook()) {
                    case READ_VALUES -> text;
                    case REFUSE -> throw Signatures.unsupported(Signatures.Kind.TEXT.label());
                };
            }
        } catch (UnreadableFileException e) {
            if (!namedAsWorkbook || e.finding().code() == FindingCode.UNSUPPORTED_FORMAT) {
                throw e;
            }
            throw Signatures.unsupported("无法识别的数据");
        }
        throw Signatures.unsupported("普通文字");
    }

    private static List<Finding> endingDiffers(String fileName, Signatures.Kind kind) {
        String ending = ending(fileName);
        Set<String> fitting =
                switch (kind) {
                    case XLSX -> Set.of("xlsx", "xltx", "xlsm");
                    case XLS -> Set.of("xls", "xlt", "et");
                    case TEXT -> Set.of("csv", "tsv", "txt", "tab");
                };
        if (ending.isEmpty() || fitting.contains(ending)) {
            return List.of();
        }
        return kind == Signatures.Kind.TEXT && WORKBOOK_ENDINGS.contains(ending)
                ? List.of(Finding.ofFile(FindingCode.TEXT_NAMED_AS_WORKBOOK, "." + ending))
                : List.of(Finding.ofFile(FindingCode.EXTENSION_DIFFERS, "." + ending, kind.label()));
    }

    /** In small letters, without the dot; empty where there is none. */
    private static String ending(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot < 0 ? "" : fileName.substring(dot + 1).strip().toLowerCase(Locale.ROOT);
    }

    private record OpenedBook(Book book, List<Finding> findings, List<RawSheet> sheets) implements OpenedFile {

        @Override
        public void close() {
            UnreadableFileException.guarding(() -> {
                book.close();
                return true;
            });
        }
    }
}
