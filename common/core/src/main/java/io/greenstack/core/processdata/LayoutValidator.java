package io.greenstack.core.processdata;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Refuses layouts that cannot be decoded, before anything is allocated for them. */
final class LayoutValidator {

    private int fields;

    private LayoutValidator() {}

    /**
     * Checks sizes, positions, keys and numbers.
     *
     * @throws LayoutException naming the place
     */
    static void check(ProcessDataLayout layout) {
        LayoutValidator validator = new LayoutValidator();
        limit("parameters", layout.parameters().size(), LayoutLimits.PARAMETERS);
        for (Direction direction : Direction.values()) {
            List<Frame> frames = layout.frames(direction);
            limit(direction.token() + " frames", frames.size(), LayoutLimits.FRAMES);
            for (Frame frame : frames) {
                validator.check(frame);
            }
        }
    }

    private void check(Frame frame) {
        String where = "frame " + frame.id();
        require(frame.bitLength() >= 1 && frame.bitLength() <= LayoutLimits.FRAME_BITS, where, "bit length "
                + frame.bitLength() + " is not 1.." + LayoutLimits.FRAME_BITS);
        conditions(where, frame.when());
        limit(where + ": fields", frame.fields().size(), LayoutLimits.FIELDS);
        fields += frame.fields().size();
        limit("fields", fields, LayoutLimits.TOTAL_FIELDS);
        Set<String> keys = new HashSet<>();
        long bits = 0;
        for (Field field : frame.fields()) {
            check(where + ", field " + field.key(), frame, field);
            require(keys.add(field.key()), where, "key " + field.key() + " is used twice");
            bits += field.bitLength();
        }
        long limit = frame.octets() * 8L * LayoutLimits.OVERLAP + LayoutLimits.OVERLAP_BITS;
        require(bits <= limit, where, "its fields overlap: " + bits + " bits, the limit is " + limit);
    }

    private static void check(String where, Frame frame, Field field) {
        require(isKey(field.key()), where, "keys are 1.." + FieldKeys.MAX_LENGTH + " of a-z, 0-9, _");
        long bits = frame.octets() * 8L;
        require(field.bitOffset() >= 0 && field.bitLength() >= 1
                && (long) field.bitOffset() + field.bitLength() <= bits,
                where, "bits " + field.bitOffset() + "+" + field.bitLength() + " are not within " + bits);
        require(fits(field), where, field.bitLength() + " bits do not fit type " + field.type());
        require(field.type() != ScalarType.STRING || field.encoding() != null, where, "a text needs an encoding");
        limit(where + ": scalings", field.scalings().size(), LayoutLimits.SCALINGS);
        for (Scaling scaling : field.scalings()) {
            conditions(where, scaling.when());
            number(where, scaling.gradient());
            number(where, scaling.offset());
            require(scaling.gradient().signum() != 0, where, "gradient is 0");
        }
        limit(where + ": labels", field.labels().size(), LayoutLimits.ENTRIES);
        field.labels().forEach(label -> number(where, label.value()));
        limit(where + ": special values", field.specials().size(), LayoutLimits.ENTRIES);
        field.specials().forEach(special -> number(where, special.value()));
        limit(where + ": ranges", field.ranges().size(), LayoutLimits.ENTRIES);
        for (ValueRange range : field.ranges()) {
            number(where, range.lower());
            number(where, range.upper());
        }
    }

    private static boolean fits(Field field) {
        int bits = field.bitLength();
        return switch (field.type()) {
            case BOOLEAN, UINTEGER, INTEGER -> bits <= 64;
            case FLOAT32 -> bits == 32;
            case FLOAT64, TIME, TIME_SPAN -> bits == 64;
            case OCTETS -> bits % 8 == 0;
            case STRING -> bits % 8 == 0 && bits / 8 > (field.encoding() == null ? 0 : field.encoding().prefix());
        };
    }

    static boolean isKey(String key) {
        if (key.isEmpty() || key.length() > FieldKeys.MAX_LENGTH) {
            return false;
        }
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '_') {
                return false;
            }
        }
        return true;
    }

    /** True if arithmetic with this number stays small, whatever its text claimed. */
    static boolean isModest(BigDecimal number) {
        return number.precision() <= LayoutLimits.DIGITS && Math.abs((long) number.scale()) <= LayoutLimits.EXPONENT;
    }

    private static void number(String where, BigDecimal number) {
        require(isModest(number), where,
                "a number has more than " + LayoutLimits.DIGITS + " digits or an exponent beyond "
                        + LayoutLimits.EXPONENT);
    }

    private static void conditions(String where, List<Condition> when) {
        limit(where + ": conditions", when.size(), LayoutLimits.CONDITIONS);
    }

    private static void limit(String what, int count, int limit) {
        if (count > limit) {
            throw new LayoutException(what + ": " + count + ", the limit is " + limit);
        }
    }

    private static void require(boolean holds, String where, String what) {
        if (!holds) {
            throw new LayoutException(where + ": " + what);
        }
    }
}
