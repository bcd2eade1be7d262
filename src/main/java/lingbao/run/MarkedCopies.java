package lingbao.run;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lingbao.catalogue.Form;
import lingbao.domain.Finding;
import lingbao.domain.FindingCode;
import lingbao.read.OpenedFile;
import lingbao.read.RawCell;
import lingbao.read.RawSheet;
import lingbao.read.WorkbookReader;
import lingbao.render.FileMarks;
import lingbao.render.MarkedCopy;
import lingbao.render.SheetMarks;
import lingbao.render.SheetRows;
import lingbao.run.SheetFiles.SheetFile;
import lingbao.seal.DurableFiles;
import lingbao.upload.Received;
import org.jspecify.annotations.Nullable;

/**
 * Writes a marked copy of each file with an error or a warning into one folder. A file without either gets none, so that
 * the folder holds what is to be sent back, and nothing else.
 */
final class MarkedCopies {

    /** Copies of one name; nobody looks through more. */
    private static final int ATTEMPTS = 10_000;

    private final Path folder;
    private final WorkbookReader reader;
    private final Map<String, Form> forms;
    private final MarkedCopy copy;
    private final FaultLog faults;

    /** @throws CommandFault where nothing can be written into the folder */
    MarkedCopies(Path folder, WorkbookReader reader, Map<String, Form> forms, MarkedCopy copy, FaultLog faults) {
        this.folder = folder;
        this.reader = reader;
        this.forms = forms;
        this.copy = copy;
        this.faults = faults;
        try {
            DurableFiles.createFolder(folder);
            Files.delete(DurableFiles.createFile(folder));
        } catch (IOException e) {
            throw new CommandFault("无法写入“" + folder + "”，没有读取任何报表；请核对路径和权限。");
        }
    }

    /**
     * The same answers with the file's copy. Whatever goes wrong with a copy, the answers hold.
     *
     * @param received its clear bytes must still be there
     */
    List<SheetAnswer> annotated(
            Received received, SheetFile file, Intake.Asked asked, boolean dryRun, List<SheetAnswer> answers) {
        Annotation annotation = annotation(received, file, asked, dryRun, answers);
        return answers.stream().map(answer -> answer.withAnnotation(annotation)).toList();
    }

    private @Nullable Annotation annotation(
            Received received, SheetFile file, Intake.Asked asked, boolean dryRun, List<SheetAnswer> answers) {
        if (!wasOpened(answers)) {
            return Annotation.none("文件没有读成，原因见上");
        }
        FileMarks marks = marks(received, dryRun, answers);
        if (!marks.hasMarks()) {
            return null;
        }
        try {
            return write(received, file, asked, marks);
        } catch (IOException e) {
            return Annotation.none("写入“" + folder + "”时磁盘出错；答复不受影响");
        } catch (RuntimeException e) {
            return Annotation.none("程序出错（编号 " + faults.record(e) + "）；答复不受影响");
        }
    }

    /** A file none of whose sheets is a form was opened all the same, and says so. */
    private static boolean wasOpened(List<SheetAnswer> answers) {
        return answers.stream()
                .anyMatch(answer -> answer.form() != null
                        || answer.findings().stream().anyMatch(finding -> finding.code() == FindingCode.NO_FORM));
    }

    private FileMarks marks(Received received, boolean dryRun, List<SheetAnswer> answers) {
        List<Finding> ofFile = new ArrayList<>();
        List<SheetMarks> sheets = new ArrayList<>();
        for (SheetAnswer answer : answers) {
            List<Finding> ofSheet = new ArrayList<>();
            for (Finding finding : answer.findings()) {
                boolean isOfSheet = answer.form() != null && Objects.equals(finding.sheet(), answer.sheet());
                (isOfSheet ? ofSheet : ofFile).add(finding);
            }
            sheets.add(new SheetMarks(
                    answer.sheet(),
                    answer.form() == null ? null : forms.get(answer.form()),
                    answer.institution(),
                    answer.period(),
                    answer.state(),
                    answer.headingRow(),
                    answer.rows(),
                    answer.ignored(),
                    ofSheet));
        }
        return new FileMarks(received.fileName(), dryRun, answers.get(0).receipt(), sheets, ofFile);
    }

    private Annotation write(Received received, SheetFile file, Intake.Asked asked, FileMarks marks)
            throws IOException {
        Path half = DurableFiles.createFile(folder);
        try {
            MarkedCopy.Written written;
            try (OutputStream out = DurableFiles.write(half)) {
                written = copy.write(received.content(), marks, rows(received, asked), out);
            }
            Path target = reserved(nameOf(file), written.ending());
            DurableFiles.move(half, target);
            return new Annotation(target, said(written));
        } finally {
            Files.deleteIfExists(half);
        }
    }

    private String said(MarkedCopy.Written written) {
        return switch (written.kind()) {
            case WHOLE -> "";
            case UNCOMMENTED -> "（加批注时出错，编号 " + faults.record(Objects.requireNonNull(written.fault())) + "，所以没有批注）";
            case RETYPED -> "（另存为工作簿）";
            case EXTRACT ->
                written.fault() == null
                        ? "（文件较大，只有表头和有问题的行）"
                        : "（不能按原样标注，编号 " + faults.record(written.fault()) + "，只有表头和有问题的行）";
        };
    }

    /** Of a path as given only the file's own name; of one below a folder that was given, also the folders between. */
    private static String nameOf(SheetFile file) {
        return file.path().toString().equals(file.shown())
                ? String.valueOf(file.path().getFileName())
                : file.shown();
    }

    /** An empty file of a name that nobody had, so that no copy is ever written over another. */
    private Path reserved(String name, String ending) throws IOException {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Path target = folder.resolve(CopyName.of(name, ending, attempt));
            try {
                return Files.createFile(target);
            } catch (FileAlreadyExistsException taken) {
                // The next number may be free.
            }
        }
        throw new IOException("no free name");
    }

    private SheetRows rows(Received received, Intake.Asked asked) {
        return (sheet, taker) -> {
            try (OpenedFile opened = reader.open(received, asked.form())) {
                for (RawSheet each : opened.sheets()) {
                    if (Objects.equals(each.name(), sheet)) {
                        each.everyRow(row -> taker.take(
                                row.number(),
                                row.cells().stream().map(RawCell::text).toList()));
                        return;
                    }
                }
            }
        };
    }
}
