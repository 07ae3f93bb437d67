package io.greenstack.descriptions.iodd.standard;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A table that is built in: UTF-8, columns separated by tabs, comments begin with {@code #}. */
final class TsvTable {

    private TsvTable() {}

    /**
     * The rows of a table beside this class.
     *
     * @throws IllegalStateException if the table is not there: the build is incomplete
     */
    static List<String[]> rows(String name) {
        try (InputStream in = TsvTable.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + name + " is missing from the application");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return reader.lines().filter(line -> !line.isEmpty() && line.charAt(0) != '#')
                    .map(line -> line.split("\t", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A column of a row, null if it is empty or not there. */
    static String column(String[] row, int column) {
        return column < row.length && !row[column].isEmpty() && !"-".equals(row[column]) ? row[column] : null;
    }
}
