package lingbao.run;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lingbao.domain.Sha256;
import lingbao.seal.DurableFiles;

/** The files of all issued editions, each under the hash of its bytes, so that none can ever be overwritten. */
final class EditionArchive {

    private final Path folder;

    EditionArchive(Home home) {
        this.folder = home.root().resolve("editions");
    }

    /** Gives the SHA-256 under which the bytes stand, durable. */
    String keep(byte[] bytes) {
        String sha256 = Sha256.of(bytes);
        try {
            DurableFiles.createFolder(folder);
            Path half = DurableFiles.createFile(folder);
            try (OutputStream out = DurableFiles.write(half)) {
                out.write(bytes);
            }
            DurableFiles.move(half, folder.resolve(sha256));
        } catch (IOException e) {
            throw new UncheckedIOException("the home can't be written; the edition was not issued", e);
        }
        return sha256;
    }

    /**
     * Copies an edition's page and workbook to a folder, under the names that scripts rely on.
     *
     * @throws CommandFault where the archived bytes are not those that were issued; nothing is copied then
     */
    List<Path> copy(ReportJob.Issued issued, Path to) {
        byte[] pdf = read(issued.edition().pdfSha256());
        byte[] xlsx = read(issued.edition().xlsxSha256());
        try {
            Files.createDirectories(to);
            return List.of(
                    Files.write(to.resolve(issued.name() + ".pdf"), pdf),
                    Files.write(to.resolve(issued.name() + ".xlsx"), xlsx));
        } catch (IOException e) {
            throw new CommandFault("无法写入目录“" + to + "”，请核对目录和权限。");
        }
    }

    private byte[] read(String sha256) {
        try {
            byte[] bytes = Files.readAllBytes(folder.resolve(sha256));
            if (Sha256.of(bytes).equals(sha256)) {
                return bytes;
            }
        } catch (IOException e) {
            // Absent and changed are the same loss.
        }
        throw new CommandFault("已签发的文件 editions/" + sha256 + " 丢失或被改动，请从备份恢复数据目录。");
    }
}
