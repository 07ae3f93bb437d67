package io.greenstack.descriptions.compare;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

import io.greenstack.core.processdata.Condition;
import io.greenstack.core.processdata.Direction;
import io.greenstack.core.processdata.Field;
import io.greenstack.core.processdata.Frame;
import io.greenstack.core.processdata.LayoutParameter;
import io.greenstack.core.processdata.ProcessDataLayout;

/** What changed layouts mean for whoever uses the decoded values. */
public final class LayoutConsequences {

    private static final List<BiPredicate<Frame, Frame>> SAME_FRAME = List.of(
            (one, other) -> one.when().equals(other.when()) && one.id().equals(other.id()),
            (one, other) -> one.when().equals(other.when()), (one, other) -> one.id().equals(other.id()),
            (one, other) -> one.bitLength() == other.bitLength());
    private static final List<BiPredicate<Field, Field>> SAME_FIELD = List.of(
            (one, other) -> one.key().equals(other.key()) && sameItem(one, other),
            (one, other) -> one.key().equals(other.key()),
            (one, other) -> sameItem(one, other) && one.subindex() != 0 && one.type() == other.type(),
            (one, other) -> one.bitOffset() == other.bitOffset() && one.bitLength() == other.bitLength()
                    && one.type() == other.type());

    private final List<Consequence> consequences = new ArrayList<>();

    private LayoutConsequences() {}

    /** What the second layout means for whoever relied on the first. */
    public static List<Consequence> of(ProcessDataLayout from, ProcessDataLayout to) {
        LayoutConsequences all = new LayoutConsequences();
        for (Direction direction : Direction.values()) {
            all.compareFrames(direction, from.frames(direction), to.frames(direction));
        }
        all.compareParameters(from.parameters(), to.parameters());
        return List.copyOf(all.consequences);
    }

    private void compareFrames(Direction direction, List<Frame> from, List<Frame> to) {
        Pairs<Frame> pairs = Pairs.of(from, to, SAME_FRAME);
        for (Map.Entry<Frame, Frame> pair : pairs.both().entrySet()) {
            compareFrame(direction, pair.getKey(), pair.getValue());
        }
        for (Frame frame : pairs.onlyFrom()) {
            add("frame_removed", direction, null, name(frame), null, "The process data " + name(frame)
                    + condition(frame.when()) + " is gone; none of its fields is decoded any more.");
        }
        for (Frame frame : pairs.onlyTo()) {
            add("frame_added", direction, null, null, name(frame),
                    "The process data " + name(frame) + condition(frame.when()) + " is new.");
        }
    }

    private void compareFrame(Direction direction, Frame from, Frame to) {
        if (!from.when().equals(to.when())) {
            add("condition_changed", direction, null, conditions(from.when()), conditions(to.when()),
                    "The process data " + name(to) + " is used " + conditions(to.when()) + ", no longer "
                            + conditions(from.when()) + ".");
        }
        if (from.bitLength() != to.bitLength()) {
            add("frame_resized", direction, null, from.bitLength() + " bits", to.bitLength() + " bits",
                    "The process data " + name(to) + " has " + to.octets() + " octets (" + to.bitLength()
                            + " bits) instead of " + from.octets() + " (" + from.bitLength()
                            + " bits); messages of the old length do not fit any more.");
        }
        Pairs<Field> pairs = Pairs.of(from.fields(), to.fields(), SAME_FIELD);
        int bitsBefore = from.octets() * Byte.SIZE;
        int bitsAfter = to.octets() * Byte.SIZE;
        pairs.both().forEach((before, after) -> FieldConsequences.of(direction, before, bitsBefore, after, bitsAfter,
                consequences::add));
        for (Field field : pairs.onlyFrom()) {
            add("field_removed", direction, field.key(), FieldConsequences.place(field, bitsBefore), null,
                    "'" + field.key() + "' is gone; nothing new arrives for it.");
        }
        for (Field field : pairs.onlyTo()) {
            add("field_added", direction, field.key(), null, FieldConsequences.place(field, bitsAfter),
                    "'" + field.key() + "' is new (" + field.name() + ").");
        }
    }

    private void compareParameters(List<LayoutParameter> from, List<LayoutParameter> to) {
        Map<String, LayoutParameter> before = new LinkedHashMap<>();
        from.forEach(parameter -> before.put(parameter.variableId() + "/" + parameter.subindex(), parameter));
        for (LayoutParameter parameter : to) {
            LayoutParameter old = before.get(parameter.variableId() + "/" + parameter.subindex());
            if (old != null && !Objects.equals(old.defaultValue(), parameter.defaultValue())) {
                String id = parameter.variableId()
                        + (parameter.subindex() == 0 ? "" : ", subindex " + parameter.subindex());
                consequences.add(new Consequence("parameter_default_changed", null, null,
                        String.valueOf(old.defaultValue()), String.valueOf(parameter.defaultValue()),
                        "The default of " + id + " changes from " + old.defaultValue() + " to "
                                + parameter.defaultValue()
                                + "; for devices that have not reported it, other conditions hold."));
            }
        }
    }

    private void add(String kind, Direction direction, String field, String before, String after, String message) {
        consequences.add(new Consequence(kind, direction.token(), field, before, after, message));
    }

    private static boolean sameItem(Field one, Field other) {
        return one.subindex() == other.subindex() && one.element() == other.element();
    }

    private static String name(Frame frame) {
        return "'" + (frame.name().isEmpty() ? frame.id() : frame.name()) + "'";
    }

    private static String condition(List<Condition> when) {
        return when.isEmpty() ? "" : " (" + conditions(when) + ")";
    }

    /** Conditions in words: {@code always}, {@code when V_Unit is 1}. */
    static String conditions(List<Condition> when) {
        return when.isEmpty()
                ? "always"
                : when.stream().map(condition -> condition.variableId()
                        + (condition.subindex() == 0 ? "" : "/" + condition.subindex()) + " is " + condition.value())
                        .collect(Collectors.joining(" and ", "when ", ""));
    }

    /**
     * Which elements of one list are which of another. Rules are tried one after the other, the surest first, each on what the
     * ones before left over.
     *
     * @param <T> type of the elements
     * @param both pairs
     * @param onlyFrom elements of the first list that have no counterpart
     * @param onlyTo elements of the second list that have none
     */
    record Pairs<T>(Map<T, T> both, List<T> onlyFrom, List<T> onlyTo) {

        static <T> Pairs<T> of(List<T> from, List<T> to, List<BiPredicate<T, T>> rules) {
            Map<T, T> found = new LinkedHashMap<>();
            List<T> onlyFrom = new ArrayList<>(from);
            List<T> onlyTo = new ArrayList<>(to);
            for (BiPredicate<T, T> rule : rules) {
                for (Iterator<T> left = onlyFrom.iterator(); left.hasNext();) {
                    T one = left.next();
                    T other = onlyTo.stream().filter(candidate -> rule.test(one, candidate)).findFirst().orElse(null);
                    if (other != null) {
                        found.put(one, other);
                        left.remove();
                        onlyTo.remove(other);
                    }
                }
            }
            Map<T, T> both = new LinkedHashMap<>();
            from.stream().filter(found::containsKey).forEach(one -> both.put(one, found.get(one)));
            return new Pairs<>(both, onlyFrom, onlyTo);
        }
    }
}
