package io.greenstack.ingestion.influx;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Writes points as InfluxDB line protocol into one growing buffer. Allocates nothing per point but what a fraction costs in
 * digits. Not thread-safe.
 *
 * <p>
 * Use: {@link #measurement}, then {@link #tag} in any number, then at least one {@code field}, then {@link #end}. Names of
 * measurements, tags and fields are constants of this service and not escaped; values may be anything: they are escaped, or
 * refused where the protocol cannot carry them.
 */
final class LineWriter {

    private static final int INITIAL_BYTES = 1 << 14;
    private static final double EXACT_LONG = 1L << 53;
    private static final char REPLACEMENT = '\uFFFD';

    private byte[] bytes = new byte[INITIAL_BYTES];
    private int length;
    private int[] ends = new int[256];
    private int[] owners = new int[256];
    private long[] times = new long[256];
    private int lines;
    private int owner;
    private boolean hasField;

    /** Says which message the following lines belong to. */
    public void owner(int message) {
        owner = message;
    }

    /** Starts a point. */
    public LineWriter measurement(String name) {
        hasField = false;
        ascii(name);
        return this;
    }

    /**
     * Adds a tag; an empty or missing value leaves the tag out, since the protocol has no empty tags.
     *
     * @throws IllegalArgumentException if the value has control characters or ends with a backslash, neither of which a tag can
     *         carry
     */
    public LineWriter tag(String key, String value) {
        if (value == null || value.isEmpty()) {
            return this;
        }
        put(',');
        ascii(key);
        put('=');
        escaped("The value of tag " + key, value);
        return this;
    }

    private void escaped(String what, String value) {
        if (value.charAt(value.length() - 1) == '\\') {
            throw new IllegalArgumentException(what + " ends with a backslash");
        }
        if (plain(value)) {
            ascii(value);
            return;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (Character.isISOControl(c)) {
                throw new IllegalArgumentException(what + " has a control character");
            }
            if (c == ',' || c == '=' || c == ' ') {
                put('\\');
            }
            i += character(value, i);
        }
    }

    /** Starts a point with a measurement and tags that were encoded before. */
    LineWriter start(byte[] head) {
        hasField = false;
        octets(head);
        return this;
    }

    /** Where the next octet goes. */
    int position() {
        return length;
    }

    /** A copy of what was written since a position. */
    byte[] since(int position) {
        return Arrays.copyOfRange(bytes, position, length);
    }

    /**
     * Takes back what was written since a position within one point.
     *
     * @param field whether the point has a field before it
     */
    void rewind(int position, boolean field) {
        length = position;
        hasField = field;
    }

    /** Whether the point has a field. */
    boolean hasField() {
        return hasField;
    }

    /**
     * The name of a field that is no constant, encoded, with its equals sign; nothing is added.
     *
     * @throws IllegalArgumentException if it has control characters or ends with a backslash
     */
    byte[] name(String name) {
        int position = length;
        try {
            escaped("The name " + name, name);
            put('=');
            return since(position);
        } finally {
            length = position;
        }
    }

    /** Adds a float field with an encoded name; NaN and infinity are refused. */
    LineWriter field(byte[] name, double value) {
        finite("The value", value);
        separate();
        octets(name);
        number(value);
        return this;
    }

    /** Adds a string field with an encoded name behind a prefix; null leaves it out. */
    LineWriter field(String prefix, byte[] name, String value) {
        if (value != null) {
            separate();
            ascii(prefix);
            octets(name);
            text(value);
        }
        return this;
    }

    /**
     * Adds a float field.
     *
     * @throws IllegalArgumentException if the value is NaN or infinite
     */
    public LineWriter field(String key, double value) {
        finite("The value of field " + key, value);
        fieldKey(key);
        number(value);
        return this;
    }

    private static void finite(String what, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(what + " is not finite");
        }
    }

    private void number(double value) {
        long whole = (long) value;
        if (whole == value && Math.abs(value) < EXACT_LONG && (whole != 0 || 1 / value > 0)) {
            ascii(Long.toString(whole));
        } else {
            ascii(Double.toString(value));
        }
    }

    /** Adds a string field; null leaves it out. Control characters are replaced by U+FFFD. */
    public LineWriter field(String key, String value) {
        if (value == null) {
            return this;
        }
        fieldKey(key);
        text(value);
        return this;
    }

    private void text(String value) {
        put('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (Character.isISOControl(c)) {
                codePoint(REPLACEMENT);
                continue;
            }
            if (c == '"' || c == '\\') {
                put('\\');
            }
            i += character(value, i);
        }
        put('"');
    }

    /**
     * Ends the point.
     *
     * @param epochNanos its time, in nanoseconds since 1970
     * @throws IllegalStateException if it has no field
     */
    public void end(long epochNanos) {
        if (!hasField) {
            throw new IllegalStateException("A point needs a field");
        }
        put(' ');
        ascii(Long.toString(epochNanos));
        put('\n');
        if (lines == ends.length) {
            ends = Arrays.copyOf(ends, lines * 2);
            owners = Arrays.copyOf(owners, lines * 2);
            times = Arrays.copyOf(times, lines * 2);
        }
        ends[lines] = length;
        owners[lines] = owner;
        times[lines] = epochNanos;
        lines++;
    }

    /** Number of complete points. */
    public int lines() {
        return lines;
    }

    /** Takes back everything after the given number of points, an unfinished one included. */
    public void truncate(int toLines) {
        lines = toLines;
        length = start(toLines);
    }

    /** The message that a point belongs to. */
    public int ownerOf(int line) {
        return owners[line];
    }

    /** The time of a point, in nanoseconds since 1970. */
    public long timeOf(int line) {
        return times[line];
    }

    /** The points {@code from} to {@code to} (exclusive), one a line; good until more is written. */
    public ByteBuffer octets(int from, int to) {
        int begin = start(from);
        return ByteBuffer.wrap(bytes, begin, start(to) - begin);
    }

    private int start(int line) {
        return line == 0 ? 0 : ends[line - 1];
    }

    /** Whether a value stands in a tag as it is, which nearly all do. */
    private static boolean plain(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c <= ' ' || c >= 0x7F || c == ',' || c == '=') {
                return false;
            }
        }
        return true;
    }

    private void separate() {
        put(hasField ? ',' : ' ');
        hasField = true;
    }

    private void octets(byte[] more) {
        room(length + more.length);
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
    }

    private void fieldKey(String key) {
        separate();
        ascii(key);
        put('=');
    }

    /** The one copy that goes by no encoder; every character here is below 0x80. */
    @SuppressWarnings("deprecation")
    private void ascii(String text) {
        int end = length + text.length();
        room(end);
        text.getBytes(0, text.length(), bytes, length);
        length = end;
    }

    /** Writes the character at a position; returns 1 if it took the next one too. */
    private int character(String text, int index) {
        char c = text.charAt(index);
        if (c < 0x80) {
            put(c);
            return 0;
        }
        if (!Character.isSurrogate(c)) {
            codePoint(c);
            return 0;
        }
        int codePoint = text.codePointAt(index);
        if (codePoint == c) {
            codePoint(REPLACEMENT);
            return 0;
        }
        codePoint(codePoint);
        return 1;
    }

    private void codePoint(int codePoint) {
        room(length + 4);
        if (codePoint < 0x800) {
            bytes[length++] = (byte) (0xC0 | codePoint >> 6);
        } else if (codePoint < 0x10000) {
            bytes[length++] = (byte) (0xE0 | codePoint >> 12);
            bytes[length++] = (byte) (0x80 | codePoint >> 6 & 0x3F);
        } else {
            bytes[length++] = (byte) (0xF0 | codePoint >> 18);
            bytes[length++] = (byte) (0x80 | codePoint >> 12 & 0x3F);
            bytes[length++] = (byte) (0x80 | codePoint >> 6 & 0x3F);
        }
        bytes[length++] = (byte) (0x80 | codePoint & 0x3F);
    }

    private void put(char c) {
        room(length + 1);
        bytes[length++] = (byte) c;
    }

    private void room(int needed) {
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, bytes.length * 2));
        }
    }
}
