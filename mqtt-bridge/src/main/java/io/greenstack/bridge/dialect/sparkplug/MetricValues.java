package io.greenstack.bridge.dialect.sparkplug;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

import io.greenstack.core.message.NamedValue;
import io.greenstack.core.message.PayloadLimits;
import io.greenstack.core.message.Unused;

/**
 * Makes named values of metrics, by the datatypes of Sparkplug 3.0, 6.4.16. Signed integers come as the unsigned number with
 * the same bits. A template becomes {@code name/member}, an array {@code name[0]}, {@code name[1]}, ...; a data set or file has no
 * place among values and is left out, as are numbers that are not finite; {@link #unused} names them.
 */
final class MetricValues {

    private static final int MOST_ELEMENTS = 256;
    /** Up to it a double holds every whole number. */
    private static final long EXACT = 1L << 53;

    private MetricValues() {}

    static List<NamedValue> of(String name, int datatype, Object value, String unit) {
        List<NamedValue> values = new ArrayList<>(1);
        if (value instanceof List<?>) {
            for (SparkplugMetric member : new SparkplugMetric(name, null, null, datatype, value, unit).members()) {
                if (member.name() != null) {
                    values.addAll(of(name + "/" + member.name(), member.datatype(), member.value(), member.unit()));
                }
            }
        } else if (value instanceof byte[] octets && datatype >= 22 && datatype <= 34) {
            array(name, datatype, octets, unit, values);
        } else {
            add(name, scalar(datatype, value), unit, values);
        }
        return values;
    }

    /** Adds what {@link #of} leaves out of a metric with a unit. */
    static void unused(String name, int datatype, Object value, String unit, List<Unused> unused) {
        if (unit != null && unit.length() > PayloadLimits.DEFAULT.nameLength()) {
            unused.add(new Unused("unit that is too long", name));
        }
        unused(name, datatype, value, unused);
    }

    /** Adds what {@link #of} leaves out of a metric. */
    static void unused(String name, int datatype, Object value, List<Unused> unused) {
        if (value instanceof List<?>) {
            for (SparkplugMetric member : new SparkplugMetric(name, null, null, datatype, value, null).members()) {
                if (member.name() == null) {
                    unused.add(new Unused("member of a template without a name", name));
                } else {
                    unused(name + "/" + member.name(), member.datatype(), member.value(), member.unit(), unused);
                }
            }
        } else if (datatype == 18) {
            unused.add(new Unused("file", name));
        } else if (value instanceof byte[] octets && datatype >= 22 && datatype <= 34) {
            unusedOfArray(name, datatype, octets, unused);
        } else if (value instanceof Double number && !Double.isFinite(number)) {
            unused.add(new Unused("number that is not finite", name));
        } else if (value == null && datatype != 16) {
            unused.add(new Unused("null", name));
        } else if (value instanceof String text && text.length() > PayloadLimits.DEFAULT.textLength()) {
            unused.add(new Unused("text that is too long", name));
        } else if (name.isBlank() || name.length() > PayloadLimits.DEFAULT.nameLength()) {
            unused.add(new Unused("name that is empty or too long", name));
        }
    }

    private static void unusedOfArray(String name, int datatype, byte[] octets, List<Unused> unused) {
        int size = datatype == 32 || datatype == 33 ? 1 : elementSize(datatype);
        int count = octets.length / size;
        ByteBuffer buffer = ByteBuffer.wrap(octets).order(ByteOrder.LITTLE_ENDIAN);
        if (datatype == 32) {
            count = octets.length < 4 ? 0 : buffer.getInt();
            long held = Math.max(0, octets.length - 4) * 8L;
            if (octets.length < 4 || count < 0 || count > held) {
                unused.add(new Unused("array that ends too early", name));
            }
        } else if (datatype == 33) {
            String[] texts = texts(octets);
            count = texts.length;
            for (int i = 0; i < Math.min(count, MOST_ELEMENTS); i++) {
                unused(name + "[" + i + "]", 12, texts[i].isEmpty() ? null : texts[i], unused);
            }
        } else {
            for (int i = 0; i < Math.min(count, MOST_ELEMENTS); i++) {
                unused(name + "[" + i + "]", 0, element(datatype, buffer), unused);
            }
            if (octets.length % size != 0) {
                unused.add(new Unused("array that ends too early", name));
            }
        }
        if (count > MOST_ELEMENTS) {
            unused.add(new Unused("elements beyond the first " + MOST_ELEMENTS + " of an array", name));
        }
    }

    /** Every text ends with NUL; one that is last may not. */
    private static String[] texts(byte[] octets) {
        String[] texts = new String(octets, StandardCharsets.UTF_8).split("\0", MOST_ELEMENTS + 2);
        int count = texts[texts.length - 1].isEmpty() ? texts.length - 1 : texts.length;
        return Arrays.copyOf(texts, count);
    }

    private static void add(String name, Object value, String unit, List<NamedValue> values) {
        boolean finite = !(value instanceof Double number) || Double.isFinite(number);
        String symbol = unit == null || unit.isBlank() || unit.length() > PayloadLimits.DEFAULT.nameLength()
                ? null
                : unit;
        if (value != null && finite && !name.isBlank() && name.length() <= PayloadLimits.DEFAULT.nameLength()) {
            values.add(new NamedValue(name, value, symbol));
        }
    }

    private static Object scalar(int datatype, Object value) {
        if (value instanceof Long bits) {
            return integer(datatype, bits);
        }
        if (value instanceof byte[] octets) {
            return datatype == 18 ? null : HexFormat.of().formatHex(octets);
        }
        return value instanceof String text && text.length() > PayloadLimits.DEFAULT.textLength() ? null : value;
    }

    private static Object integer(int datatype, long bits) {
        return switch (datatype) {
            case 1 -> (double) (byte) bits;
            case 2 -> (double) (short) bits;
            case 3 -> (double) (int) bits;
            case 4 -> exact(bits, Long.toString(bits));
            case 8 -> unsigned(bits);
            case 11 -> bits != 0;
            case 13 -> Instant.ofEpochMilli(bits).toString();
            default -> unsigned(bits);
        };
    }

    /** The shortest decimal number that is this float: 21.1 stays 21.1. */
    static double asWritten(float number) {
        return Double.parseDouble(Float.toString(number));
    }

    /** A double where one holds the number. */
    private static Number exact(long bits, String digits) {
        return bits >= -EXACT && bits <= EXACT ? (Number) (double) bits : new BigInteger(digits);
    }

    private static Number unsigned(long bits) {
        return bits >= 0 ? exact(bits, Long.toString(bits)) : new BigInteger(Long.toUnsignedString(bits));
    }

    /** Arrays are packed in little-endian order; booleans as a count of four octets and bits from the top (6.4.16). */
    private static void array(String name, int datatype, byte[] octets, String unit, List<NamedValue> values) {
        ByteBuffer buffer = ByteBuffer.wrap(octets).order(ByteOrder.LITTLE_ENDIAN);
        if (datatype == 32) {
            int count = buffer.remaining() < 4 ? 0 : Math.min(buffer.getInt(), MOST_ELEMENTS);
            for (int i = 0; i < count && i / 8 < buffer.limit() - 4; i++) {
                add(name + "[" + i + "]", (octets[4 + i / 8] >> 7 - i % 8 & 1) == 1, unit, values);
            }
        } else if (datatype == 33) {
            String[] texts = texts(octets);
            for (int i = 0; i < Math.min(texts.length, MOST_ELEMENTS); i++) {
                add(name + "[" + i + "]", texts[i].isEmpty() ? null : texts[i], unit, values);
            }
        } else {
            int size = elementSize(datatype);
            for (int i = 0; i < MOST_ELEMENTS && buffer.remaining() >= size; i++) {
                add(name + "[" + i + "]", element(datatype, buffer), unit, values);
            }
        }
    }

    private static int elementSize(int datatype) {
        return switch (datatype) {
            case 22, 26 -> 1;
            case 23, 27 -> 2;
            case 24, 28, 30 -> 4;
            default -> 8;
        };
    }

    private static Object element(int datatype, ByteBuffer buffer) {
        return switch (datatype) {
            case 22 -> (double) buffer.get();
            case 23 -> (double) buffer.getShort();
            case 24 -> (double) buffer.getInt();
            case 25 -> integer(4, buffer.getLong());
            case 26 -> (double) Byte.toUnsignedInt(buffer.get());
            case 27 -> (double) Short.toUnsignedInt(buffer.getShort());
            case 28 -> (double) Integer.toUnsignedLong(buffer.getInt());
            case 29 -> unsigned(buffer.getLong());
            case 30 -> asWritten(buffer.getFloat());
            case 31 -> buffer.getDouble();
            default -> Instant.ofEpochMilli(buffer.getLong()).toString();
        };
    }
}
