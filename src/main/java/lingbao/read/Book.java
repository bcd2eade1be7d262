package lingbao.read;

import java.util.List;
import lingbao.domain.Finding;

/** A file of one format, open for reading. */
interface Book extends AutoCloseable {

    /** Worth knowing about the file as a whole; never an error. */
    List<Finding> findings();

    List<SheetSource> sheets();

    @Override
    void close() throws Exception;
}
