package io.greenstack.ingestion.influx;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Takes a line apart by its fields, for a store that refuses the line because of one of them. */
final class LineFields {

    private LineFields() {}

    /** For each field a line with the same measurement, tags and time. */
    static List<byte[]> split(ByteBuffer octets) {
        String line = StandardCharsets.UTF_8.decode(octets).toString();
        int head = find(line, 0, ' ');
        int end = find(line, head + 1, ' ');
        List<byte[]> lines = new ArrayList<>();
        for (int from = head + 1; from < end;) {
            int to = Math.min(end, find(line, from, ','));
            lines.add((line.substring(0, head + 1) + line.substring(from, to) + line.substring(end))
                    .getBytes(StandardCharsets.UTF_8));
            from = to + 1;
        }
        return lines;
    }

    /** Where a character stands that is neither escaped nor within quotes. */
    private static int find(String line, int from, char wanted) {
        boolean quoted = false;
        for (int i = from; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == wanted && !quoted) {
                return i;
            }
        }
        return line.length();
    }
}
