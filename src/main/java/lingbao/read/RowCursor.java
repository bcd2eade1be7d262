package lingbao.read;

import org.jspecify.annotations.Nullable;

/** Walks down a sheet's rows in order, each once. Close it. */
interface RowCursor extends AutoCloseable {

    /** The next row that the file names, blank or not; null after the last filled one. */
    @Nullable
    RawRow next() throws Exception;

    @Override
    void close() throws Exception;
}
