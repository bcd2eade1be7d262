package lingbao.read;

import java.util.List;
import lingbao.domain.Finding;

/** A file opened for reading. Close it. */
public interface OpenedFile extends AutoCloseable {

    /** What is worth knowing about the file as a whole; never an error. */
    List<Finding> findings();

    /** In the workbook's order. */
    List<RawSheet> sheets();

    @Override
    void close();
}
