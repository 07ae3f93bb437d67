package io.greenstack.descriptions.iodd.parameter;

import java.math.BigDecimal;
import java.util.List;
import java.util.StringJoiner;

/**
 * The values a datatype allows. Without any range and single value every value of the type is allowed.
 *
 * @param ranges ranges of numbers
 * @param singles single values
 */
public record AllowedValues(List<Range> ranges, List<Single> singles) {

    /** Every value of the type. */
    public static final AllowedValues ANY = new AllowedValues(List.of(), List.of());

    private static final int LISTED = 12;

    /** A range of numbers, bounds included. */
    public record Range(BigDecimal lower, BigDecimal upper) {

        boolean contains(BigDecimal number) {
            return number.compareTo(lower) >= 0 && number.compareTo(upper) <= 0;
        }
    }

    /**
     * A single value.
     *
     * @param text the value as written in the description
     * @param number its number, 1 and 0 for {@code true} and {@code false}; null for texts and octets
     * @param name name in the primary language, empty if it has none
     */
    public record Single(String text, BigDecimal number, String name) {}

    public AllowedValues {
        ranges = List.copyOf(ranges);
        singles = List.copyOf(singles);
    }

    /** True if every value of the type is allowed. */
    public boolean isAny() {
        return ranges.isEmpty() && singles.isEmpty();
    }

    /** True if a number is within a range or is a single value. */
    public boolean allows(BigDecimal number) {
        return isAny() || inRange(number) || single(number) != null;
    }

    /** True if a number is within a range. */
    public boolean inRange(BigDecimal number) {
        return ranges.stream().anyMatch(range -> range.contains(number));
    }

    /** The single value of a number, null if it is none. */
    public Single single(BigDecimal number) {
        return singles.stream().filter(single -> single.number() != null && single.number().compareTo(number) == 0)
                .findFirst().orElse(null);
    }

    /** True if a number is a special code: a single value beside ranges, outside all of them (clause 7.5.3.1.1). */
    public boolean isSpecial(BigDecimal number) {
        return !ranges.isEmpty() && !inRange(number) && single(number) != null;
    }

    /** The allowed values for a message: {@code 0 to 100, 255 (Off)}. */
    String describe() {
        StringJoiner text = new StringJoiner(", ");
        ranges.stream().limit(LISTED)
                .forEach(range -> text.add(range.lower().toPlainString() + " to " + range.upper().toPlainString()));
        singles.stream().limit(LISTED).forEach(
                single -> text
                        .add(single.name().isEmpty() ? single.text() : single.text() + " (" + single.name() + ")"));
        return ranges.size() > LISTED || singles.size() > LISTED ? text + " and others" : text.toString();
    }
}
