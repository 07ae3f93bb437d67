package io.greenstack.generators.plc;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.greenstack.core.processdata.ByteOrder;
import io.greenstack.core.processdata.Field;
import io.greenstack.core.processdata.Frame;
import io.greenstack.core.processdata.Label;
import io.greenstack.core.processdata.ScalarType;
import io.greenstack.core.processdata.Scaling;
import io.greenstack.core.processdata.SpecialValue;
import io.greenstack.core.processdata.ValueRange;
import io.greenstack.generators.Measured;

/**
 * One field as structured text. Bits are put together octet by octet, so the byte order of the controller does not matter.
 * Where scalings depend on parameters of the device, the first one is used and a comment says so.
 */
final class FieldCode {

    private static final int OCTET = 8;
    private static final int WORD = 32;

    private final Frame frame;
    private final Field field;
    private final String name;
    private final Scaling scaling;
    private final int bits;
    private final String word;
    private final String variable;

    FieldCode(Frame frame, Field field, String name) {
        this.frame = frame;
        this.field = field;
        this.name = name;
        boolean scaled = field.type().numeric() && field.type() != ScalarType.BOOLEAN && !field.scalings().isEmpty();
        this.scaling = scaled ? field.scalings().get(0) : Scaling.IDENTITY;
        this.bits = frame.bitsOf(field);
        this.word = bits <= WORD ? "DWORD" : "LWORD";
        this.variable = bits <= WORD ? "w" : "l";
    }

    void declare(StringBuilder text) {
        text.append("    ").append(name).append(" : ").append(type()).append("; (* ")
                .append(StructuredTextGenerator.comment(explanation())).append(" *)\n");
        if (judged()) {
            text.append("    ").append(name).append("_OK : BOOL; (* a measurement within its limits *)\n");
        }
    }

    /** An array for octets. A compiler may refuse one of a single element, so there are two at least; the second is not used then. */
    static String octetArray(int octets) {
        return "ARRAY[0.." + Math.max(1, octets - 1) + "] OF BYTE";
    }

    private String type() {
        return switch (field.type()) {
            case BOOLEAN -> "BOOL";
            case FLOAT32 -> scaling.isIdentity() ? "REAL" : "LREAL";
            case FLOAT64 -> "LREAL";
            case STRING, OCTETS -> octetArray(bits / OCTET);
            case TIME, TIME_SPAN -> "LWORD";
            default -> scaling.isIdentity() ? integer() : "LREAL";
        };
    }

    private String integer() {
        String signed = field.type() == ScalarType.INTEGER ? "" : "U";
        return signed + (bits <= WORD ? "DINT" : "LINT");
    }

    private String explanation() {
        List<String> parts = new ArrayList<>();
        parts.add(field.name().isBlank() ? field.key() : field.name());
        if (scaling.unit() != null) {
            parts.add("in " + scaling.unit());
        }
        if (field.scalings().stream().anyMatch(each -> !each.when().isEmpty())) {
            parts.add("the scaling depends on parameters, this is the first");
        }
        if (field.type() == ScalarType.TIME || field.type() == ScalarType.TIME_SPAN) {
            parts.add("seconds and 1/2^32 seconds");
        }
        for (Label label : field.labels()) {
            parts.add(Measured.plain(label.value()) + " = " + label.text());
        }
        for (SpecialValue special : field.specials()) {
            parts.add(Measured.plain(special.value()) + " = " + special.status() + ", not a measurement");
        }
        return String.join("; ", parts);
    }

    private boolean judged() {
        return field.type().numeric() && field.type() != ScalarType.BOOLEAN && !floating()
                && !(field.specials().isEmpty() && field.ranges().isEmpty());
    }

    private boolean floating() {
        return field.type() == ScalarType.FLOAT32 || field.type() == ScalarType.FLOAT64;
    }

    void decode(StringBuilder text) {
        if (field.type() == ScalarType.STRING || field.type() == ScalarType.OCTETS) {
            octets(text, true);
            return;
        }
        text.append(variable).append(" := ").append(gather()).append(";\n");
        if (field.type() == ScalarType.INTEGER && bits != WORD && bits != 2 * WORD) {
            String sign = hex(1L << bits - 1);
            String above = hex((bits <= WORD ? 0xFFFF_FFFFL : -1L) & -1L << bits);
            text.append("IF (").append(variable).append(" AND ").append(sign).append(") <> ").append(hex(0))
                    .append(" THEN\n    ").append(variable).append(" := ").append(variable).append(" OR ")
                    .append(above).append(";\nEND_IF;\n");
        }
        text.append("Value.").append(name).append(" := ").append(value()).append(";\n");
        if (judged()) {
            text.append("Value.").append(name).append("_OK := ").append(judgement()).append(";\n");
        }
    }

    private String value() {
        return switch (field.type()) {
            case BOOLEAN -> variable + " <> " + hex(0);
            case FLOAT32 -> scaled(scaling.isIdentity()
                    ? "GS_REAL(" + variable + ")"
                    : "REAL_TO_LREAL(GS_REAL(" + variable + "))");
            case FLOAT64 -> scaled("GS_LREAL(" + variable + ")");
            case TIME, TIME_SPAN -> variable;
            default -> scaling.isIdentity() ? number() : scaled(integer() + "_TO_LREAL(" + number() + ")");
        };
    }

    private String number() {
        return word + "_TO_" + integer() + "(" + variable + ")";
    }

    private String scaled(String raw) {
        if (scaling.isIdentity()) {
            return raw;
        }
        String product = scaling.gradient().compareTo(BigDecimal.ONE) == 0
                ? raw
                : raw + " * LREAL#" + real(scaling.gradient());
        return scaling.offset().signum() == 0 ? product : product + " + (LREAL#" + real(scaling.offset()) + ")";
    }

    /** Raw values that are measurements and permitted: labels are, special codes are not. */
    private String judgement() {
        String raw = number();
        List<String> permitted = new ArrayList<>();
        for (ValueRange range : field.ranges()) {
            permitted.add("(" + raw + " >= " + constant(range.lower()) + " AND " + raw + " <= "
                    + constant(range.upper()) + ")");
        }
        if (!permitted.isEmpty()) {
            field.labels().forEach(label -> permitted.add(raw + " = " + constant(label.value())));
        }
        String limits = permitted.isEmpty() ? "TRUE" : "(" + String.join(" OR ", permitted) + ")";
        return limits + field.specials().stream()
                .map(special -> " AND " + raw + " <> " + constant(special.value())).collect(Collectors.joining());
    }

    /** A limit as a number of the type of the raw value, cut to what it can hold. */
    private String constant(BigDecimal value) {
        boolean signed = field.type() == ScalarType.INTEGER;
        int room = bits <= WORD ? WORD : 2 * WORD;
        BigDecimal span = BigDecimal.valueOf(2).pow(room);
        BigDecimal lowest = signed ? span.divide(BigDecimal.valueOf(-2)) : BigDecimal.ZERO;
        BigDecimal highest = (signed ? span.divide(BigDecimal.valueOf(2)) : span).subtract(BigDecimal.ONE);
        return integer() + "#" + value.max(lowest).min(highest).toBigInteger();
    }

    private static String real(BigDecimal number) {
        String plain = Measured.plain(number);
        return plain.contains(".") ? plain : plain + ".0";
    }

    void encode(StringBuilder text) {
        if (field.type() == ScalarType.STRING || field.type() == ScalarType.OCTETS) {
            octets(text, false);
            return;
        }
        String source = "Value." + name;
        if (field.type() == ScalarType.BOOLEAN) {
            text.append("IF ").append(source).append(" THEN\n    ").append(variable).append(" := ")
                    .append(hex(mask(bits))).append(";\nELSE\n    ").append(variable).append(" := ").append(hex(0))
                    .append(";\nEND_IF;\n");
        } else {
            text.append(variable).append(" := ").append(raw(source)).append(";\n");
        }
        spread(text);
    }

    /** Puts the word into the octets that its bits lie in; the bits around them stay. */
    private void spread(StringBuilder text) {
        for (int octet = 0; octet * OCTET < bits + shift(); octet++) {
            int mask = (int) (part(mask(bits), octet) & 0xFF);
            String at = "Data[" + index(octet) + "]";
            text.append(at).append(" := (").append(at).append(" AND BYTE#16#").append(two(~mask & 0xFF))
                    .append(") OR (").append(word).append("_TO_BYTE(").append(moved(variable, shift() - octet * OCTET))
                    .append(") AND BYTE#16#").append(two(mask)).append(");\n");
        }
    }

    private String raw(String source) {
        String offset = scaling.offset().signum() == 0
                ? source
                : "(" + source + " - (LREAL#" + real(scaling.offset()) + "))";
        String unscaled = scaling.isIdentity() || scaling.gradient().compareTo(BigDecimal.ONE) == 0
                ? offset
                : offset + " / LREAL#" + real(scaling.gradient());
        return switch (field.type()) {
            case FLOAT32 -> scaling.isIdentity()
                    ? "GS_DWORD(" + source + ")"
                    : "GS_DWORD(LREAL_TO_REAL(" + unscaled + "))";
            case FLOAT64 -> "GS_LWORD(" + unscaled + ")";
            case TIME, TIME_SPAN -> source;
            default -> integer() + "_TO_" + word + "("
                    + (scaling.isIdentity() ? source : "LREAL_TO_" + integer() + "(" + unscaled + ")") + ")";
        };
    }

    private void octets(StringBuilder text, boolean decode) {
        int count = bits / OCTET;
        if (shift() == 0) {
            int first = frame.byteOrder() == ByteOrder.BIG_ENDIAN
                    ? frame.octets() - field.bitOffset() / OCTET - count
                    : field.bitOffset() / OCTET;
            String data = first == 0 ? "Data[i]" : "Data[i + " + first + "]";
            String value = "Value." + name + "[i]";
            text.append("FOR i := 0 TO ").append(count - 1).append(" DO\n    ").append(decode ? value : data)
                    .append(" := ").append(decode ? data : value).append(";\nEND_FOR;\n");
            return;
        }
        for (int k = 0; k < count; k++) {
            int at = frame.byteOrder() == ByteOrder.BIG_ENDIAN ? count - 1 - k : k;
            Field one = Field.plain(field.key(), field.name(), 1, field.bitOffset() + at * OCTET, OCTET,
                    ScalarType.UINTEGER);
            FieldCode octet = new FieldCode(frame, one, name + "[" + k + "]");
            if (decode) {
                text.append("Value.").append(octet.name).append(" := DWORD_TO_BYTE(").append(octet.gather())
                        .append(");\n");
            } else {
                text.append("w := BYTE_TO_DWORD(Value.").append(octet.name).append(");\n");
                octet.spread(text);
            }
        }
    }

    /** The bits of the field, right-aligned, out of the octets they lie in. */
    private String gather() {
        List<String> parts = new ArrayList<>();
        for (int octet = 0; octet * OCTET < bits + shift(); octet++) {
            parts.add(moved("BYTE_TO_" + word + "(Data[" + index(octet) + "])", octet * OCTET - shift()));
        }
        String all = String.join(" OR ", parts);
        return bits + shift() == parts.size() * OCTET && bits == (bits <= WORD ? WORD : 2 * WORD) && shift() == 0
                ? all
                : "(" + all + ") AND " + hex(mask(bits));
    }

    private static String moved(String word, int left) {
        if (left == 0) {
            return word;
        }
        return left > 0 ? "SHL(" + word + ", " + left + ")" : "SHR(" + word + ", " + -left + ")";
    }

    private int shift() {
        return field.bitOffset() % OCTET;
    }

    /** Index of the octet that has bits of the field, counted from the one with the lowest. */
    private int index(int octet) {
        int at = field.bitOffset() / OCTET + octet;
        return frame.byteOrder() == ByteOrder.BIG_ENDIAN ? frame.octets() - 1 - at : at;
    }

    /** What of a word lies in an octet of the frame. */
    private long part(long value, int octet) {
        int left = shift() - octet * OCTET;
        return left >= 0 ? value << left : value >>> -left;
    }

    private static long mask(int bits) {
        return -1L >>> 64 - bits;
    }

    private String hex(long value) {
        return word + "#16#" + Long.toHexString(value).toUpperCase(Locale.ROOT);
    }

    private static String two(int octet) {
        return "%02X".formatted(octet);
    }
}
