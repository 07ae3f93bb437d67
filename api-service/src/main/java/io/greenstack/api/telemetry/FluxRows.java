package io.greenstack.api.telemetry;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads what InfluxDB 2 answers to Flux: CSV, table after table, each with its own columns. A table begins with a line with the names
 * of its columns, after an empty line, and after lines of annotations where there are some, of which the default values count here.
 */
final class FluxRows {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();

    private CSVRecord columns;
    private CSVRecord defaults;
    private CSVRecord row;
    private boolean header;

    private FluxRows() {}

    /** Hands over each row; the object given is good until the next one. */
    static void read(Reader answer, Consumer<FluxRows> each) throws IOException {
        FluxRows rows = new FluxRows();
        try (CSVParser lines = CSVParser.parse(answer, FORMAT)) {
            Iterator<CSVRecord> iterator = lines.iterator();
            while (more(iterator)) {
                if (rows.take(iterator.next())) {
                    each.accept(rows);
                }
            }
        }
    }

    /** An iterator can only throw unchecked what happened to the answer; whoever takes rows has failures of its own. */
    private static boolean more(Iterator<CSVRecord> lines) throws IOException {
        try {
            return lines.hasNext();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private boolean take(CSVRecord line) {
        if (line.size() < 2) {
            header = true;
            defaults = null;
            return false;
        }
        if (line.get(0).startsWith("#")) {
            header = true;
            defaults = "#default".equals(line.get(0)) ? line : defaults;
            return false;
        }
        if (header || columns == null) {
            columns = line;
            header = false;
            return false;
        }
        row = line;
        String error = text("error");
        if (error != null) {
            throw new StoreException("InfluxDB stopped answering: " + error);
        }
        return true;
    }

    /** The value of a column; null where there is none. */
    String text(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).equals(column)) {
                return text(i);
            }
        }
        return null;
    }

    private String text(int index) {
        String text = index < row.size() ? row.get(index) : "";
        if (text.isEmpty() && defaults != null && index < defaults.size()) {
            text = defaults.get(index);
        }
        return text.isEmpty() ? null : text;
    }

    /** All columns that have a value in this row. */
    void each(BiConsumer<String, String> cell) {
        for (int i = 1; i < columns.size(); i++) {
            String text = text(i);
            if (text != null) {
                cell.accept(columns.get(i), text);
            }
        }
    }
}
