package io.greenstack.descriptions.iodd.layout;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.greenstack.core.processdata.Label;
import io.greenstack.core.processdata.ScalarType;
import io.greenstack.core.processdata.SpecialValue;
import io.greenstack.core.processdata.ValueRange;
import io.greenstack.descriptions.iodd.model.AllowedValue.SingleValue;
import io.greenstack.descriptions.iodd.model.Datatype;
import io.greenstack.descriptions.iodd.model.shape.Lexical;

/**
 * Labels, special values and ranges of a simple datatype. A single value beside ranges, outside all of them, is a special
 * code and no measurement (clause 7.5.3.1.1); without ranges, or within one, it is the text of a value. Single values
 * without ranges are all that is allowed, so they are ranges too.
 *
 * @param labels texts of values
 * @param specials special codes
 * @param ranges allowed ranges
 */
record ValueTexts(List<Label> labels, List<SpecialValue> specials, List<ValueRange> ranges) {

    private static final ValueTexts NONE = new ValueTexts(List.of(), List.of(), List.of());
    private static final int MAX_ENTRIES = 2048;

    static ValueTexts of(CompilerContext context, Datatype datatype, ScalarType type) {
        if (!type.numeric() || datatype.values().isEmpty()) {
            return NONE;
        }
        List<ValueRange> ranges = ranges(context, datatype);
        List<Label> labels = new ArrayList<>();
        List<SpecialValue> specials = new ArrayList<>();
        for (SingleValue single : datatype.singleValues()) {
            BigDecimal value = Lexical.number(single.value());
            if (value == null || labels.size() + specials.size() >= MAX_ENTRIES) {
                context.findings().warning("bad-single-value", single.source().line(), "SingleValue",
                        "The single value \"" + single.value() + "\" is not usable; it is left out.");
                continue;
            }
            String text = context.name(single.name());
            if (!ranges.isEmpty() && ranges.stream().noneMatch(range -> contains(range, value))) {
                specials.add(special(context, single, value, text));
            } else if (!text.isEmpty()) {
                labels.add(new Label(value, text));
            }
        }
        return new ValueTexts(labels, specials, ranges.isEmpty() && type != ScalarType.BOOLEAN
                ? ValueRange.of(datatype.singleValues().stream().map(single -> Lexical.number(single.value()))
                        .filter(Objects::nonNull), type != ScalarType.FLOAT32, MAX_ENTRIES)
                : ranges);
    }

    /** The status token comes from the primary language, the text from the one asked for. */
    private static SpecialValue special(CompilerContext context, SingleValue single, BigDecimal value, String text) {
        SpecialValue primary = SpecialValue.of(value, context.primaryName(single.name()));
        return new SpecialValue(value, primary.status(), text);
    }

    private static List<ValueRange> ranges(CompilerContext context, Datatype datatype) {
        List<ValueRange> ranges = new ArrayList<>();
        for (var range : datatype.ranges()) {
            BigDecimal lower = Lexical.number(range.lowerValue());
            BigDecimal upper = Lexical.number(range.upperValue());
            if (lower == null || upper == null || lower.compareTo(upper) > 0 || ranges.size() >= MAX_ENTRIES) {
                context.findings().warning("bad-range", range.source().line(), "ValueRange", "The range "
                        + range.lowerValue() + " to " + range.upperValue() + " is not usable; it is left out.");
                continue;
            }
            String name = context.name(range.name());
            ranges.add(new ValueRange(lower, upper, name.isEmpty() ? null : name));
        }
        return ranges;
    }

    private static boolean contains(ValueRange range, BigDecimal value) {
        return value.compareTo(range.lower()) >= 0 && value.compareTo(range.upper()) <= 0;
    }
}
