package io.greenstack.core.processdata;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/** Booleans, integers and floating-point numbers, with scaling, labels, special values and ranges. */
final class NumberField extends CompiledField {

    private static final Double ZERO = 0.0;
    /** Below it a double holds every whole number. */
    private static final double EXACT = 1L << 53;

    private final BitSlice slice;
    private final RawNumber number;
    private final Predicates[] conditions;
    private final LinearScale[] scales;
    private final Scaling[] scalings;
    private final ValueTable<Label> labels;
    private final ValueTable<SpecialValue> specials;
    private final RawRanges ranges;

    NumberField(Frame frame, Field field, Map<ParameterKey, Long> defaults) {
        super(field);
        int bits = frame.bitsOf(field);
        this.slice = new BitSlice(frame.byteOrder(), frame.octets(), field.bitOffset(), bits);
        this.number = new RawNumber(field.type(), bits);
        boolean scaled = field.type() != ScalarType.BOOLEAN;
        List<Scaling> all = field.scalings().isEmpty() || !scaled ? List.of(Scaling.IDENTITY) : field.scalings();
        this.scalings = all.toArray(Scaling[]::new);
        this.conditions = new Predicates[scalings.length];
        this.scales = new LinearScale[scalings.length];
        for (int i = 0; i < scalings.length; i++) {
            conditions[i] = Predicates.of(scalings[i].when(), defaults);
            scales[i] = new LinearScale(scalings[i].gradient(), scalings[i].offset());
        }
        this.labels = new ValueTable<>(field.labels(), Label::value, number);
        this.specials = new ValueTable<>(field.specials(), SpecialValue::value, number);
        this.ranges = new RawRanges(field.ranges(), number);
    }

    private int select(ParameterValues parameters) {
        for (int i = 0; i < conditions.length; i++) {
            if (conditions[i].hold(parameters)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    DecodedValue decode(byte[] octets, ParameterValues parameters) {
        long raw = number.fromBits(slice.read(octets));
        int index = select(parameters);
        Scaling scaling = index < 0 ? null : scalings[index];
        if (number.floating() && !Double.isFinite(number.floatValue(raw))) {
            return noValue(raw, scaling, null, DecodedValue.NOT_A_NUMBER);
        }
        SpecialValue special = specials.find(raw);
        if (special != null) {
            return noValue(raw, scaling, special.text().isEmpty() ? null : special.text(), special.status());
        }
        Label found = labels.find(raw);
        String label = found == null ? null : found.text();
        String status = null;
        if (label == null && !ranges.isEmpty()) {
            int range = ranges.find(raw);
            label = range < 0 ? null : ranges.name(range);
            status = range < 0 ? DecodedValue.OUT_OF_RANGE : null;
        }
        if (scaling == null) {
            return noValue(raw, null, label, DecodedValue.NO_SCALING);
        }
        if (field.type() == ScalarType.BOOLEAN) {
            return new DecodedValue(field, raw, raw != 0, raw, scaling, label, status);
        }
        double value = scales[index].apply(raw, number);
        if (!Double.isFinite(value)) {
            return noValue(raw, scaling, label, DecodedValue.NOT_A_NUMBER);
        }
        return new DecodedValue(field, raw, boxed(raw, value, index), value, scaling, label, status);
    }

    /** In two methods, so that the one for nearly all values is small enough to become part of its caller. */
    private Object boxed(long raw, double value, int index) {
        if (Math.abs(value) >= EXACT && !number.floating()) {
            return large(raw, value, index);
        }
        return Double.doubleToRawLongBits(value) == 0 ? ZERO : Double.valueOf(value);
    }

    /** A whole number that no double holds stays exact. */
    private Object large(long raw, double value, int index) {
        BigDecimal exact = scales[index].exact(raw, number);
        boolean whole = exact.signum() == 0 || exact.stripTrailingZeros().scale() <= 0;
        return whole && exact.compareTo(new BigDecimal(value)) != 0 ? exact.toBigIntegerExact() : Double.valueOf(value);
    }

    private DecodedValue noValue(long raw, Scaling scaling, String label, String status) {
        return new DecodedValue(field, raw, null, Double.NaN, scaling, label, status);
    }

    @Override
    void encode(Object value, byte[] octets, ParameterValues parameters) {
        slice.write(octets, rawOf(value, parameters));
    }

    private long rawOf(Object value, ParameterValues parameters) {
        if (value instanceof String text) {
            return rawOfText(text);
        }
        if (field.type() == ScalarType.BOOLEAN) {
            return bits(value);
        }
        if (!(value instanceof Number given)) {
            throw badValue(value, "a number");
        }
        BigDecimal wanted = decimal(given);
        if (wanted == null) {
            throw outOfRange(given + " is not a number the field can hold");
        }
        int index = select(parameters);
        if (index < 0) {
            throw badValue(value, "a value only once the parameters its scaling depends on are known");
        }
        BigDecimal unscaled = scales[index].unscale(wanted);
        if (!number.floating()) {
            unscaled = unscaled.setScale(0, RoundingMode.HALF_EVEN);
        }
        if (!number.holds(unscaled)) {
            throw outOfRange(value + " is not within " + scaled(number.min(), index) + " and "
                    + scaled(number.max(), index));
        }
        long raw = number.rawOf(unscaled);
        SpecialValue special = specials.find(raw);
        if (special != null) {
            throw outOfRange(value + " has the code of the special value " + special.status());
        }
        if (!ranges.isEmpty() && ranges.find(raw) < 0 && labels.find(raw) == null) {
            throw outOfRange(value + " is in none of the permitted ranges");
        }
        return raw;
    }

    private BigDecimal scaled(BigDecimal raw, int index) {
        return raw.multiply(scalings[index].gradient()).add(scalings[index].offset()).round(MathContext.DECIMAL64)
                .stripTrailingZeros();
    }

    private long bits(Object value) {
        if (value instanceof Boolean bool) {
            return bool ? slice.mask() : 0;
        }
        BigDecimal given = value instanceof Number n ? decimal(n) : null;
        if (given != null && given.signum() == 0) {
            return 0;
        }
        if (given != null && given.compareTo(BigDecimal.ONE) == 0) {
            return slice.mask();
        }
        throw badValue(value, "true or false");
    }

    /** The raw number of a label or of a special value, by its text or token. */
    private long rawOfText(String text) {
        for (Label label : labels.entries()) {
            if (label.text().equals(text)) {
                return number.type() == ScalarType.BOOLEAN && label.value().signum() != 0
                        ? slice.mask()
                        : number.rawOf(label.value());
            }
        }
        for (SpecialValue special : specials.entries()) {
            if (special.status().equals(text) || special.text().equals(text)) {
                return number.rawOf(special.value());
            }
        }
        throw badValue(text, "a value or one of its labels");
    }

    /** The exact value, cut to digits that matter; null for NaN, infinities and numbers beyond any field. */
    static BigDecimal decimal(Number given) {
        BigDecimal exact;
        if (given instanceof BigDecimal decimal) {
            exact = decimal;
        } else if (given instanceof BigInteger integer) {
            exact = new BigDecimal(integer);
        } else if (given instanceof Double || given instanceof Float) {
            double value = given.doubleValue();
            if (!Double.isFinite(value)) {
                return null;
            }
            // The shortest digits that name the double; whole numbers of 2^53 and more exactly.
            exact = Math.abs(value) < 1L << 53 ? new BigDecimal(given.toString()) : new BigDecimal(value);
        } else {
            exact = BigDecimal.valueOf(given.longValue());
        }
        BigDecimal cut = exact.round(new MathContext(LayoutLimits.DIGITS));
        long magnitude = (long) cut.precision() - cut.scale();
        if (magnitude > LayoutLimits.EXPONENT) {
            return null;
        }
        return magnitude < -LayoutLimits.EXPONENT ? BigDecimal.ZERO : cut;
    }
}
