package lingbao.damage;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import lingbao.samples.Grid;
import lingbao.samples.SheetFile;

/** What a sheet is saved as. */
enum FileKind {
    XLSX("xlsx", StandardCharsets.UTF_8),
    XLS("xls", StandardCharsets.UTF_8),
    CSV_UTF_8("csv", StandardCharsets.UTF_8),
    CSV_GB18030("csv", Charset.forName("GB18030")),
    CSV_UTF_16("csv", StandardCharsets.UTF_16LE);

    static final Set<FileKind> TEXTS = EnumSet.of(CSV_UTF_8, CSV_GB18030, CSV_UTF_16);

    private final String ending;
    private final Charset charset;

    FileKind(String ending, Charset charset) {
        this.ending = ending;
        this.charset = charset;
    }

    String ending() {
        return ending;
    }

    Charset charset() {
        return charset;
    }

    byte[] saved(List<Grid> grids) {
        return switch (this) {
            case XLSX -> SheetFile.xlsx(grids, true);
            case XLS -> SheetFile.xls(grids);
            case CSV_UTF_8, CSV_UTF_16 -> SheetFile.csv(grids.get(0), charset, true);
            case CSV_GB18030 -> SheetFile.csv(grids.get(0), charset, false);
        };
    }
}
