package io.greenstack.api.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

/** How a table is written. */
public enum TableFormat {

    /** An array of objects. */
    JSON("application/json", "json") {
        @Override
        public RowWriter rows(Writer writer, List<String> columns, boolean mark) throws IOException {
            JsonGenerator json = FACTORY.createGenerator(writer);
            json.writeStartArray();
            return new RowWriter() {
                @Override
                public void row(List<Object> cells) throws IOException {
                    json.writeStartObject();
                    for (int i = 0; i < cells.size(); i++) {
                        json.writeFieldName(columns.get(i));
                        value(json, cells.get(i));
                    }
                    json.writeEndObject();
                }

                @Override
                public void end() throws IOException {
                    json.writeEndArray();
                    json.flush();
                }
            };
        }
    },

    /** RFC 4180, UTF-8. A text that a spreadsheet would take for a formula gets an apostrophe before it. */
    CSV("text/csv;charset=UTF-8;header=present", "csv") {
        @Override
        public RowWriter rows(Writer writer, List<String> columns, boolean mark) throws IOException {
            if (mark) {
                writer.write('\uFEFF');
            }
            CSVPrinter csv = new CSVPrinter(writer, CSVFormat.RFC4180);
            csv.printRecord(columns);
            return new RowWriter() {
                @Override
                public void row(List<Object> cells) throws IOException {
                    for (Object cell : cells) {
                        csv.print(harmless(cell));
                    }
                    csv.println();
                }

                @Override
                public void end() throws IOException {
                    csv.flush();
                }
            };
        }
    },

    /** A workbook of one sheet. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx") {
        @Override
        public RowWriter rows(Writer writer, List<String> columns, boolean mark) {
            throw new UnsupportedOperationException("A workbook is made whole");
        }

        @Override
        byte[] write(Table table, boolean mark) throws IOException {
            ByteArrayOutputStream octets = new ByteArrayOutputStream();
            try (Workbook book = new Workbook(octets, "GreenStack", "1.0")) {
                Worksheet sheet = book.newWorksheet(sheetName(table.name()));
                sheet.freezePane(0, 1);
                for (int column = 0; column < table.columns().size(); column++) {
                    sheet.value(0, column, table.columns().get(column));
                    sheet.style(0, column).bold().set();
                }
                for (int row = 0; row < table.rows().size(); row++) {
                    for (int column = 0; column < table.columns().size(); column++) {
                        cell(sheet, row + 1, column, table.rows().get(row).get(column));
                    }
                }
            }
            return StreamableZip.of(octets.toByteArray());
        }

        private void cell(Worksheet sheet, int row, int column, Object value) {
            if (value instanceof Number number) {
                sheet.value(row, column, number);
            } else if (value instanceof Boolean bool) {
                sheet.value(row, column, bool);
            } else if (value != null) {
                sheet.value(row, column, printable(value.toString()));
            }
        }
    };

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final String FORMULA = "=+-@\t\r";
    private static final int LONGEST_SHEET_NAME = 31;
    private static final int LONGEST_CELL = 32_767;

    private final String mediaType;
    private final String extension;

    TableFormat(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    /** Its media type. */
    public String mediaType() {
        return mediaType;
    }

    /** What the names of its files end with. */
    public String extension() {
        return extension;
    }

    /**
     * The file.
     *
     * @param mark whether a CSV begins with a byte order mark, as some spreadsheets need it for UTF-8
     */
    public byte[] octets(Table table, boolean mark) {
        try {
            return write(table, mark);
        } catch (IOException e) {
            throw new UncheckedIOException("The table " + table.name() + " cannot be written", e);
        }
    }

    /**
     * Begins a file that is written row by row.
     *
     * @param writer takes UTF-8; not closed
     * @throws UnsupportedOperationException for a format that is made whole
     */
    public abstract RowWriter rows(Writer writer, List<String> columns, boolean mark) throws IOException;

    byte[] write(Table table, boolean mark) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (Writer writer = new OutputStreamWriter(octets, StandardCharsets.UTF_8)) {
            RowWriter rows = rows(writer, table.columns(), mark);
            for (List<Object> row : table.rows()) {
                rows.row(row);
            }
            rows.end();
        }
        return octets.toByteArray();
    }

    private static void value(JsonGenerator json, Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Number number) {
            json.writeNumber(new BigDecimal(number.toString()));
        } else if (value instanceof Boolean bool) {
            json.writeBoolean(bool);
        } else {
            json.writeString(value.toString());
        }
    }

    private static Object harmless(Object value) {
        return value instanceof String text && !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0
                && !isNumber(text)
                        ? "'" + text
                        : value;
    }

    /** A text as it was before it was written into a cell. */
    public static String unguarded(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && FORMULA.indexOf(cell.charAt(1)) >= 0
                ? cell.substring(1)
                : cell;
    }

    private static boolean isNumber(String text) {
        return text.matches("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
    }

    /** XML 1.0 has no control characters, and a cell has an end. */
    private static String printable(String text) {
        String clean = text.replaceAll("[^\\t\\n\\r\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "\uFFFD");
        return clean.length() <= LONGEST_CELL ? clean : clean.substring(0, LONGEST_CELL);
    }

    private static String sheetName(String name) {
        String clean = name.replaceAll("[\\\\/*?:\\[\\]']", " ").strip();
        return clean.length() <= LONGEST_SHEET_NAME ? clean : clean.substring(0, LONGEST_SHEET_NAME);
    }
}
