package io.greenstack.generators;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.greenstack.core.processdata.ScalarType;
import io.greenstack.core.processdata.Scaling;
import io.greenstack.core.processdata.ValueRange;
import io.greenstack.generators.Blueprint.Value;

/**
 * A value as charts and rules need it.
 *
 * @param value the value
 * @param unit symbol of its unit, null if it has none
 * @param lower least permitted value in that unit, null if all are
 * @param upper greatest permitted value in that unit, null if all are
 * @param labels texts of its values, in that unit
 */
public record Measured(Value value, String unit, BigDecimal lower, BigDecimal upper, List<Text> labels) {

    /** A number and its text. */
    public record Text(BigDecimal number, String text) {}

    /** A value with what its description says. Where scalings depend on parameters, the limits are those of the first. */
    public static Measured of(Value value) {
        Optional<Scaling> scaling = value.field().scalings().stream().findFirst();
        boolean bool = value.field().type() == ScalarType.BOOLEAN;
        BigDecimal gradient = bool ? BigDecimal.ONE : scaling.map(Scaling::gradient).orElse(BigDecimal.ONE);
        BigDecimal offset = bool ? BigDecimal.ZERO : scaling.map(Scaling::offset).orElse(BigDecimal.ZERO);
        List<BigDecimal> limits = new ArrayList<>();
        for (ValueRange range : value.field().ranges()) {
            limits.add(range.lower().multiply(gradient).add(offset));
            limits.add(range.upper().multiply(gradient).add(offset));
        }
        List<Text> labels = value.field().labels().stream().filter(label -> !label.text().isBlank())
                .map(label -> new Text(label.value().multiply(gradient).add(offset), label.text())).toList();
        String unit = value.field().type() == ScalarType.TIME_SPAN ? "s" : scaling.map(Scaling::unit).orElse(null);
        return new Measured(value, unit, limits.stream().min(BigDecimal::compareTo).orElse(null),
                limits.stream().max(BigDecimal::compareTo).orElse(null), labels);
    }

    /** Its limits as a text with the unit, for example {@code -40 to 120 °C}. */
    public String limits() {
        return plain(lower) + " to " + plain(upper) + (unit == null ? "" : " " + unit);
    }

    /** A number without a fraction that it does not have, and without an exponent. */
    public static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** Whether it is a text, octets or a time: nothing that a chart or a limit could be made of. */
    public boolean textual() {
        return switch (value.field().type()) {
            case STRING, OCTETS, TIME -> true;
            default -> false;
        };
    }

    /** Whether it is one of few states rather than a quantity. */
    public boolean discrete() {
        return value.field().type() == ScalarType.BOOLEAN || !labels.isEmpty() && value.field().ranges().isEmpty();
    }

    /** Whether it has limits that a device can be outside of. */
    public boolean limited() {
        return lower != null && !textual() && !discrete();
    }
}
