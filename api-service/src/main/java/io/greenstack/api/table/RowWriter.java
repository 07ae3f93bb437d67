package io.greenstack.api.table;

import java.io.IOException;
import java.util.List;

/** Writes a table row by row. */
public interface RowWriter {

    /**
     * Writes a row.
     *
     * @param cells one for each column: a text, a number, a truth value, a time or null
     */
    void row(List<Object> cells) throws IOException;

    /** Ends the table, and flushes what is below. */
    void end() throws IOException;
}
