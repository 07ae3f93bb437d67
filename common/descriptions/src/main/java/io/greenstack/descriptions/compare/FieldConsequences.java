package io.greenstack.descriptions.compare;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import io.greenstack.core.processdata.Condition;
import io.greenstack.core.processdata.Direction;
import io.greenstack.core.processdata.Field;
import io.greenstack.core.processdata.Scaling;

/** What the changes of one field mean. */
final class FieldConsequences {

    private static final MathContext SHOWN = new MathContext(6);

    private final String direction;
    private final Field from;
    private final Field to;
    private final Consumer<Consequence> sink;

    private FieldConsequences(Direction direction, Field from, Field to, Consumer<Consequence> sink) {
        this.direction = direction.token();
        this.from = from;
        this.to = to;
        this.sink = sink;
    }

    /**
     * Consequences of a field that is on both sides.
     *
     * @param bitsFrom bits of the octets of the frame before, to say which octets a field is in
     * @param bitsTo the same after
     */
    static void of(Direction direction, Field from, int bitsFrom, Field to, int bitsTo, Consumer<Consequence> sink) {
        FieldConsequences field = new FieldConsequences(direction, from, to, sink);
        field.name();
        field.place(bitsFrom, bitsTo);
        field.type();
        field.scale();
        field.values();
        field.shown();
    }

    private void name() {
        if (!from.key().equals(to.key())) {
            add("field_renamed", from.key(), to.key(), "'" + from.key() + "' is now called '" + to.key()
                    + "'; what asks for the old name gets nothing new.");
        }
    }

    private void place(int bitsFrom, int bitsTo) {
        // a longer frame moves every offset, which counts from the end; the octets on the wire are what matters
        boolean sameOctets = bitsFrom - from.bitOffset() == bitsTo - to.bitOffset();
        if (from.bitLength() != to.bitLength() || !sameOctets) {
            add("field_moved", place(from, bitsFrom), place(to, bitsTo), "'" + to.key() + "' moves from "
                    + place(from, bitsFrom) + " to " + place(to, bitsTo)
                    + "; devices that still send the old layout are decoded wrongly.");
        }
    }

    /** Where a field is: {@code 16 bits at bit 8 (octets 1 to 2)}. */
    static String place(Field field, int frameBits) {
        int first = (frameBits - field.bitOffset() - field.bitLength()) / Byte.SIZE + 1;
        int last = (frameBits - field.bitOffset() - 1) / Byte.SIZE + 1;
        return field.bitLength() + (field.bitLength() == 1 ? " bit" : " bits") + " at bit " + field.bitOffset()
                + (first == last ? " (octet " + first + ")" : " (octets " + first + " to " + last + ")");
    }

    private void type() {
        if (from.type() != to.type() || !Objects.equals(from.encoding(), to.encoding())) {
            add("field_retyped", name(from.type()), name(to.type()), "'" + to.key() + "' is now of type "
                    + name(to.type()) + " instead of " + name(from.type()) + ".");
        }
    }

    private void scale() {
        Map<List<Condition>, Scaling> before = byCondition(from);
        Map<List<Condition>, Scaling> after = byCondition(to);
        Set<List<Condition>> all = new LinkedHashSet<>(before.keySet());
        all.addAll(after.keySet());
        for (List<Condition> when : all) {
            Scaling old = before.getOrDefault(when, before.get(List.<Condition>of()));
            Scaling now = after.getOrDefault(when, after.get(List.<Condition>of()));
            Scaling one = old == null ? Scaling.IDENTITY : old;
            Scaling other = now == null ? Scaling.IDENTITY : now;
            if (!sameScale(one, other)) {
                String where = when.isEmpty() ? "" : " " + LayoutConsequences.conditions(when);
                add("field_rescaled", describe(one) + where, describe(other) + where,
                        "'" + to.key() + "' " + change(one, other) + where + ".");
            }
        }
    }

    private static Map<List<Condition>, Scaling> byCondition(Field field) {
        Map<List<Condition>, Scaling> scalings = new LinkedHashMap<>();
        field.scalings().forEach(scaling -> scalings.putIfAbsent(scaling.when(), scaling));
        return scalings;
    }

    private static boolean sameScale(Scaling one, Scaling other) {
        return one.gradient().compareTo(other.gradient()) == 0 && one.offset().compareTo(other.offset()) == 0
                && Objects.equals(one.unit(), other.unit());
    }

    private static String change(Scaling one, Scaling other) {
        String unit = Objects.equals(one.unit(), other.unit())
                ? ""
                : " and its unit changes from " + unit(one) + " to " + unit(other);
        if (one.gradient().compareTo(other.gradient()) == 0 && one.offset().compareTo(other.offset()) == 0) {
            return "keeps its numbers, but its unit changes from " + unit(one) + " to " + unit(other);
        }
        if (one.gradient().compareTo(other.gradient()) == 0) {
            BigDecimal shift = other.offset().subtract(one.offset());
            return "will read " + plain(shift.abs()) + (shift.signum() > 0 ? " higher" : " lower") + unit;
        }
        if (one.offset().signum() == 0 && other.offset().signum() == 0
                && one.gradient().signum() == other.gradient().signum()) {
            boolean larger = other.gradient().abs().compareTo(one.gradient().abs()) > 0;
            BigDecimal factor = larger
                    ? other.gradient().divide(one.gradient(), SHOWN)
                    : one.gradient().divide(other.gradient(), SHOWN);
            return "will read " + plain(factor) + " times " + (larger ? "larger" : "smaller") + unit;
        }
        return "will be scaled by " + describe(other) + " instead of " + describe(one);
    }

    private static String describe(Scaling scaling) {
        return "x " + plain(scaling.gradient())
                + (scaling.offset().signum() == 0 ? "" : " + " + plain(scaling.offset()))
                + (scaling.unit() == null ? "" : " " + scaling.unit());
    }

    private static String unit(Scaling scaling) {
        return scaling.unit() == null ? "none" : scaling.unit();
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private void values() {
        if (!from.specials().equals(to.specials())) {
            add("field_values_changed", specials(from), specials(to),
                    "'" + to.key() + "' has other special codes; a raw "
                            + "value that was a code may now be a number, or the other way round.");
        }
        if (!from.labels().equals(to.labels())) {
            add("field_values_changed", labels(from), labels(to),
                    "'" + to.key() + "' has other texts for its values.");
        }
        if (!from.ranges().equals(to.ranges())) {
            add("field_values_changed", ranges(from), ranges(to),
                    "'" + to.key() + "' has another permitted range.");
        }
    }

    private static String specials(Field field) {
        return field.specials().stream().map(special -> plain(special.value()) + "=" + special.status())
                .collect(Collectors.joining(", "));
    }

    private static String labels(Field field) {
        return field.labels().stream().map(label -> plain(label.value()) + "=" + label.text())
                .collect(Collectors.joining(", "));
    }

    private static String ranges(Field field) {
        return field.ranges().stream().map(range -> plain(range.lower()) + ".." + plain(range.upper()))
                .collect(Collectors.joining(", "));
    }

    private void shown() {
        if (from.shown() != to.shown()) {
            add("field_shown_changed", String.valueOf(from.shown()), String.valueOf(to.shown()), "'" + to.key()
                    + "' is " + (to.shown() ? "now" : "no longer") + " meant for display; it is decoded all the same.");
        }
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private void add(String kind, String before, String after, String message) {
        sink.accept(new Consequence(kind, direction, from.key(), before, after, message));
    }
}
