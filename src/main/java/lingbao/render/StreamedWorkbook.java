package lingbao.render;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.poifs.crypt.temp.SXSSFWorkbookWithCustomZipEntrySource;
import org.apache.poi.util.TempFile;
import org.apache.poi.util.TempFileCreationStrategy;

/**
 * A workbook of which few rows stand in memory. What is laid on the disk until it is whole is encrypted under a key that is
 * nowhere but in memory: a killed process leaves nothing that can be read.
 */
final class StreamedWorkbook extends SXSSFWorkbookWithCustomZipEntrySource {

    static {
        TempFile.setTempFileCreationStrategy(new Plain());
    }

    StreamedWorkbook() {
        // Readers that take a workbook as it comes, from its first byte on, do not know the sizes of Zip64.
        setZip64Mode(Zip64Mode.AsNeeded);
    }

    /** Beside other temporary files: the library's own way leaves a folder behind. */
    private static final class Plain implements TempFileCreationStrategy {

        @Override
        public File createTempFile(String prefix, String suffix) throws IOException {
            return Files.createTempFile("lingbao-" + prefix, suffix).toFile();
        }

        @Override
        public File createTempDirectory(String prefix) throws IOException {
            return Files.createTempDirectory("lingbao-" + prefix).toFile();
        }
    }
}
