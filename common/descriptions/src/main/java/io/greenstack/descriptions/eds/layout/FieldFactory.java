package io.greenstack.descriptions.eds.layout;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import io.greenstack.core.processdata.Field;
import io.greenstack.core.processdata.FieldKeys;
import io.greenstack.core.processdata.Label;
import io.greenstack.core.processdata.LayoutLimits;
import io.greenstack.core.processdata.ScalarType;
import io.greenstack.core.processdata.Scaling;
import io.greenstack.core.processdata.ScalingSource;
import io.greenstack.core.processdata.TextEncoding;
import io.greenstack.core.processdata.ValueRange;
import io.greenstack.descriptions.eds.model.CipType;
import io.greenstack.descriptions.eds.model.EdsIndex;
import io.greenstack.descriptions.eds.model.EdsParameter;
import io.greenstack.descriptions.eds.model.EdsParameter.Descriptor;
import io.greenstack.descriptions.eds.model.EnumValue;

/** Makes the fields of a frame from placed members, in order. One instance per frame. */
final class FieldFactory {

    private static final Pattern FILLER = Pattern.compile(
            "(?i)(.*\\b)?(reserved|unused|not used)\\s*\\d*|(spare|padding|pad|dummy|filler)\\s*\\d*");
    private static final int LONGEST_TEXT = 1_000;
    private static final BigDecimal MILLI = new BigDecimal("0.001");

    private final EdsIndex index;
    private final FieldKeys keys = new FieldKeys();
    private final List<Field> fields = new ArrayList<>();
    private int ordinal;

    FieldFactory(EdsIndex index) {
        this.index = index;
    }

    List<Field> fields() {
        return fields;
    }

    /** Adds the fields of a member; padding has none. */
    void add(PlacedMember member) {
        ordinal++;
        EdsParameter parameter = member.parameter();
        if (parameter != null) {
            parameter(member, parameter);
        } else if (member.literal() != null) {
            literal(member);
        } else if (!member.padding()) {
            raw(member, name(member, member.reference().text()), true);
        }
    }

    /** Adds a member of an assembly of which nothing is described. */
    void addOpaque(PlacedMember member) {
        ordinal++;
        raw(member, "Member " + ordinal, true);
    }

    private void parameter(PlacedMember member, EdsParameter parameter) {
        String name = name(member, parameter.name().isBlank() ? parameter.keyword() : parameter.name().strip());
        int bit = member.reference().bit();
        CipType type = parameter.type();
        if (bit >= 0) {
            String text = bitText(parameter, bit);
            put(member.bitOffset(), member.bits(), member.bits() == 1 ? ScalarType.BOOLEAN : ScalarType.UINTEGER, null,
                    text == null ? name + " bit " + bit : name + " " + text, List.of(), List.of(), List.of(), member);
        } else if (type == null) {
            raw(member, name, shown(parameter, name));
        } else if (type == CipType.DATE_AND_TIME) {
            dateAndTime(member, name);
        } else if (type.isBitString() && parameter.namesBits(member.bits())) {
            bits(member, parameter, name);
        } else {
            scalar(member, parameter, type, name);
        }
    }

    private void scalar(PlacedMember member, EdsParameter parameter, CipType type, String name) {
        TextEncoding encoding = encoding(type);
        if (encoding != null && member.bits() % 8 == 0 && member.bits() >= lengthBits(encoding)) {
            put(member.bitOffset(), member.bits(), ScalarType.STRING, encoding, name, List.of(), List.of(), List.of(),
                    member, shown(parameter, name));
            return;
        }
        if (type.isOpaque() && member.bits() % 8 == 0 && member.bitOffset() % 8 == 0) {
            put(member.bitOffset(), member.bits(), ScalarType.OCTETS, null, name, List.of(), List.of(), List.of(),
                    member, shown(parameter, name));
            return;
        }
        ScalarType scalar = scalar(type);
        int natural = type.octets() * 8;
        boolean wrong = scalar == null || (scalar == ScalarType.FLOAT32 || scalar == ScalarType.FLOAT64)
                && member.bits() < natural;
        if (wrong) {
            raw(member, name, shown(parameter, name));
            return;
        }
        if (array(parameter, member, natural)) {
            return;
        }
        int width = scalar == ScalarType.BOOLEAN ? 1 : Math.min(member.bits(), natural);
        put(member.bitOffset(), width, scalar, null, name, scalings(parameter, type), labels(parameter),
                ranges(parameter, scalar, width), member, shown(parameter, name));
    }

    /** A parameter whose declared size is a multiple of its type holds an array. */
    private boolean array(EdsParameter parameter, PlacedMember member, int natural) {
        Integer size = parameter.dataSize();
        if (size == null || size * 8 <= natural || size * 8 != member.bits() || size * 8 % natural != 0) {
            return false;
        }
        String name = parameter.name().isBlank() ? parameter.keyword() : parameter.name().strip();
        if (natural == 8) {
            put(member.bitOffset(), member.bits(), ScalarType.OCTETS, null, name, List.of(), List.of(), List.of(),
                    member,
                    shown(parameter, name));
            return true;
        }
        for (int i = 0; i < member.bits() / natural; i++) {
            PlacedMember element = new PlacedMember(member.bitOffset() + i * natural, natural, member.reference(),
                    parameter, null, i, null, member.line());
            ScalarType scalar = scalar(parameter.type());
            put(element.bitOffset(), natural, scalar, null, name + " " + i, scalings(parameter, parameter.type()),
                    labels(parameter), ranges(parameter, scalar, natural), element, shown(parameter, name));
        }
        return true;
    }

    /** The enumeration of a bit string names its bits; bits without a name are padding. */
    private void bits(PlacedMember member, EdsParameter parameter, String name) {
        for (EnumValue value : parameter.values()) {
            int bit = (int) value.value();
            String text = value.text().isBlank() ? "bit " + bit : value.text().strip();
            put(member.bitOffset() + bit, 1, ScalarType.BOOLEAN, null, name + " " + text, List.of(), List.of(),
                    List.of(), member, shown(parameter, text));
        }
    }

    private void dateAndTime(PlacedMember member, String name) {
        if (member.bits() < 48) {
            raw(member, name, true);
            return;
        }
        put(member.bitOffset(), 32, ScalarType.UINTEGER, null, name + " time of day", unit("s", MILLI), List.of(),
                List.of(), member);
        put(member.bitOffset() + 32, 16, ScalarType.UINTEGER, null, name + " days since 1972",
                unit("d", BigDecimal.ONE), List.of(), List.of(), member);
    }

    /** A fixed number: not shown, and its only permitted value is itself. */
    private void literal(PlacedMember member) {
        BigDecimal value = new BigDecimal(member.literal());
        boolean fits = member.bits() <= 64 && member.literal().signum() >= 0
                && member.literal().bitLength() <= member.bits();
        if (!fits) {
            raw(member, "Constant " + ordinal, false);
            return;
        }
        put(member.bitOffset(), member.bits(), ScalarType.UINTEGER, null, "Constant " + ordinal, List.of(), List.of(),
                List.of(new ValueRange(value, value, null)), member, false);
    }

    /** Bits of unknown type: an unsigned number, or octets if there are more than 64. */
    private void raw(PlacedMember member, String name, boolean shown) {
        boolean number = member.bits() <= 64;
        if (!number && (member.bits() % 8 != 0 || member.bitOffset() % 8 != 0)) {
            return;
        }
        ScalarType type = member.bits() == 1 ? ScalarType.BOOLEAN : number ? ScalarType.UINTEGER : ScalarType.OCTETS;
        put(member.bitOffset(), member.bits(), type, null, name, List.of(), List.of(), List.of(), member, shown);
    }

    private void put(int bitOffset, int bits, ScalarType type, TextEncoding encoding, String name,
            List<Scaling> scalings, List<Label> labels, List<ValueRange> ranges, PlacedMember member) {
        put(bitOffset, bits, type, encoding, name, scalings, labels, ranges, member, !FILLER.matcher(name).matches());
    }

    private void put(int bitOffset, int bits, ScalarType type, TextEncoding encoding, String name,
            List<Scaling> scalings, List<Label> labels, List<ValueRange> ranges, PlacedMember member, boolean shown) {
        if (fields.size() == LayoutLimits.FIELDS) {
            return;
        }
        fields.add(
                new Field(keys.next(name, "member_" + ordinal), cut(name), ordinal, member.element(), bitOffset, bits,
                        type, encoding, scalings, labels, List.of(), ranges, shown));
    }

    private List<Scaling> scalings(EdsParameter parameter, CipType type) {
        return switch (type) {
            case STIME, TIME, TIME_OF_DAY, ITIME -> ScalingFactory.of(index, parameter, "s", MILLI);
            case FTIME, LTIME -> ScalingFactory.of(index, parameter, "s", new BigDecimal("0.000001"));
            case NTIME -> ScalingFactory.of(index, parameter, "s", new BigDecimal("0.000000001"));
            case DATE -> ScalingFactory.of(index, parameter, "d", BigDecimal.ONE);
            case BOOL -> List.of();
            default -> ScalingFactory.of(index, parameter, null, null);
        };
    }

    private static List<Scaling> unit(String unit, BigDecimal gradient) {
        return List.of(new Scaling(List.of(), gradient, null, null, unit, null, ScalingSource.PARAM));
    }

    private static List<Label> labels(EdsParameter parameter) {
        return parameter.values().stream().limit(LayoutLimits.ENTRIES)
                .map(value -> Label.of(value.value(), cut(value.text()))).toList();
    }

    /**
     * The range of the parameter, unless it is none (0..0), does not fit the bits or belongs to no number. Without one an
     * enumeration is all that is permitted.
     */
    private static List<ValueRange> ranges(EdsParameter parameter, ScalarType type, int bits) {
        if (type == ScalarType.BOOLEAN) {
            return List.of();
        }
        BigDecimal lower = parameter.minimum().number();
        BigDecimal upper = parameter.maximum().number();
        if (lower == null || upper == null || !modest(lower) || !modest(upper) || lower.compareTo(upper) >= 0) {
            return ValueRange.of(parameter.values().stream().map(value -> BigDecimal.valueOf(value.value())), true,
                    LayoutLimits.ENTRIES);
        }
        boolean whole = type == ScalarType.UINTEGER && lower.signum() == 0
                && upper.compareTo(BigDecimal.valueOf(2).pow(bits).subtract(BigDecimal.ONE)) >= 0;
        return whole ? List.of() : List.of(new ValueRange(lower, upper, null));
    }

    private static String name(PlacedMember member, String name) {
        return member.element() < 0
                ? name
                : (member.name() == null || member.name().isBlank() ? name : member.name().strip()) + " "
                        + member.element();
    }

    private static String cut(String text) {
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    }

    /** True if the number is of a size that data can have. */
    private static boolean modest(BigDecimal number) {
        return number.precision() <= LayoutLimits.DIGITS && Math.abs(number.scale()) < LayoutLimits.EXPONENT;
    }

    private static String bitText(EdsParameter parameter, int bit) {
        if (parameter.type() == null || !parameter.type().isBitString()) {
            return null;
        }
        return parameter.values().stream().filter(value -> value.value() == bit && !value.text().isBlank())
                .map(value -> value.text().strip()).findFirst().orElse(null);
    }

    private static boolean shown(EdsParameter parameter, String name) {
        return !parameter.has(Descriptor.NOT_DISPLAYED) && !FILLER.matcher(name).matches();
    }

    private static TextEncoding encoding(CipType type) {
        return switch (type) {
            case SHORT_STRING -> TextEncoding.CIP_SHORT_STRING;
            case STRING -> TextEncoding.CIP_STRING;
            case STRING2 -> TextEncoding.CIP_STRING2;
            default -> null;
        };
    }

    /** A text has room for its length at least; some files give the members of texts less. */
    private static int lengthBits(TextEncoding encoding) {
        return encoding == TextEncoding.CIP_SHORT_STRING ? 8 : 16;
    }

    private static ScalarType scalar(CipType type) {
        return switch (type) {
            case BOOL -> ScalarType.BOOLEAN;
            case SINT, INT, DINT, LINT, STIME, FTIME, LTIME, ITIME, TIME, NTIME -> ScalarType.INTEGER;
            case USINT, UINT, UDINT, ULINT, DATE, TIME_OF_DAY, BYTE, WORD, DWORD, LWORD, ENGUNIT -> ScalarType.UINTEGER;
            case REAL -> ScalarType.FLOAT32;
            case LREAL -> ScalarType.FLOAT64;
            default -> null;
        };
    }
}
