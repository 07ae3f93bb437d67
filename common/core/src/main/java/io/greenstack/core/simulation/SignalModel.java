package io.greenstack.core.simulation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.greenstack.core.processdata.Condition;
import io.greenstack.core.processdata.Direction;
import io.greenstack.core.processdata.EncodeException;
import io.greenstack.core.processdata.Field;
import io.greenstack.core.processdata.Frame;
import io.greenstack.core.processdata.LayoutParameter;
import io.greenstack.core.processdata.ParameterKey;
import io.greenstack.core.processdata.ParameterValues;
import io.greenstack.core.processdata.ProcessDataEncoder;
import io.greenstack.core.processdata.ProcessDataLayout;
import io.greenstack.core.processdata.ScalarType;
import io.greenstack.core.processdata.Scaling;

/**
 * Values over time for every field of a layout: measurements drift slowly around a level that is usual for their unit
 * and stay within the ranges of the description, switching signals and texts change now and then.
 */
public final class SignalModel {

    private static final double TURN = 2 * Math.PI;
    private static final double SLOW_SECONDS = 150;
    private static final double FAST_SECONDS = 11;
    private static final double LABEL_SECONDS = 15;
    private static final double SWITCH_SECONDS = 20;
    private static final double SECONDS_PER_PIECE = 4;
    private static final int COUNTER_BITS = 16;
    private static final int MAX_INTEGER_BITS = 62;
    /** Share of the range above its lower end around which an unknown quantity moves, and how far. */
    private static final double LEVEL = 0.4;
    private static final double SWING = 0.15;

    private final ProcessDataLayout layout;
    private final ProcessDataEncoder encoder;
    private final ParameterValues parameters;

    /**
     * @param parameters values of the parameters that conditions of the layout refer to; missing ones have their default
     */
    public SignalModel(ProcessDataLayout layout, Map<String, Long> parameters) {
        this.layout = layout;
        this.encoder = ProcessDataEncoder.of(layout);
        this.parameters = ParameterValues.of(parameters);
    }

    /** Process data input at a time, in seconds since any start. */
    public byte[] octets(double seconds) {
        return octets(seconds, Map.of());
    }

    /**
     * The same with some other values.
     *
     * @param instead by field key, such as the token of a special value
     * @throws EncodeException if there is no such field, or it cannot hold the value
     */
    public byte[] octets(double seconds, Map<String, ?> instead) {
        Map<String, Object> values = values(seconds);
        values.putAll(instead);
        return encoder.encode(Direction.IN, values, parameters);
    }

    /** Scaled values of the fields of the present frame that are meant to be shown, by field key. */
    public Map<String, Object> values(double seconds) {
        Map<String, Object> values = new LinkedHashMap<>();
        Frame frame = layout.in().stream().filter(candidate -> hold(candidate.when())).findFirst()
                .orElseThrow(() -> new IllegalStateException("No process data for " + parameters));
        int number = 0;
        for (Field field : frame.fields()) {
            double own = seconds + 11.0 * number++;
            if (field.shown()) {
                Object value = value(field, own);
                if (value != null) {
                    values.put(field.key(), value);
                }
            }
        }
        return values;
    }

    private Object value(Field field, double seconds) {
        return switch (field.type()) {
            case BOOLEAN -> (long) (seconds / SWITCH_SECONDS) % 3 == 1;
            case UINTEGER, INTEGER -> field.labels().isEmpty() || !field.ranges().isEmpty()
                    ? measurement(field, seconds)
                    : label(field, seconds);
            case FLOAT32, FLOAT64 -> measurement(field, seconds);
            default -> null;
        };
    }

    /** Mostly the first text, the others now and then. */
    private static String label(Field field, double seconds) {
        int step = (int) (seconds / LABEL_SECONDS % (3 * field.labels().size()));
        return field.labels().get(step < field.labels().size() ? step : 0).text();
    }

    /** A long whole number of which the description says neither unit nor range counts something. */
    private static boolean isCounter(Field field, Scaling scaling) {
        return field.type() == ScalarType.UINTEGER && field.bitLength() >= COUNTER_BITS && field.ranges().isEmpty()
                && scaling.unit() == null;
    }

    private Double measurement(Field field, double seconds) {
        Scaling scaling = field.scalings().stream().filter(candidate -> hold(candidate.when())).findFirst()
                .orElse(Scaling.IDENTITY);
        if (isCounter(field, scaling)) {
            return (double) (long) (seconds / SECONDS_PER_PIECE);
        }
        double one = scaled(lowest(field), scaling);
        double other = scaled(highest(field), scaling);
        double low = Math.min(one, other);
        double high = Math.max(one, other);
        UsualLevel usual = UsualLevel.of(scaling.unit());
        double level = usual == null ? low + LEVEL * (high - low) : usual.level();
        double swing = usual == null ? SWING * (high - low) : usual.swing();
        double value = level + swing * (0.95 * Math.sin(TURN * seconds / SLOW_SECONDS)
                + 0.05 * Math.sin(TURN * seconds / FAST_SECONDS));
        return Math.max(low, Math.min(high, value));
    }

    private static double scaled(BigDecimal raw, Scaling scaling) {
        return raw.multiply(scaling.gradient()).add(scaling.offset()).doubleValue();
    }

    private static BigDecimal lowest(Field field) {
        if (!field.ranges().isEmpty()) {
            return field.ranges().get(0).lower();
        }
        return field.type() == ScalarType.INTEGER ? BigDecimal.valueOf(-(1L << bits(field) - 1)) : BigDecimal.ZERO;
    }

    private static BigDecimal highest(Field field) {
        if (!field.ranges().isEmpty()) {
            return field.ranges().get(0).upper();
        }
        return switch (field.type()) {
            case INTEGER -> BigDecimal.valueOf((1L << bits(field) - 1) - 1);
            case FLOAT32, FLOAT64 -> BigDecimal.valueOf(100);
            default -> BigDecimal.valueOf((1L << bits(field)) - 1);
        };
    }

    private static int bits(Field field) {
        return Math.min(field.bitLength(), MAX_INTEGER_BITS);
    }

    private boolean hold(List<Condition> conditions) {
        return conditions.stream().allMatch(condition -> {
            Long reported = parameters.get(new ParameterKey(condition.variableId(), condition.subindex()));
            Long actual = reported != null ? reported : defaultOf(condition);
            return actual != null && actual == condition.value();
        });
    }

    private Long defaultOf(Condition condition) {
        return layout.parameters().stream().filter(parameter -> parameter.variableId().equals(condition.variableId())
                && parameter.subindex() == condition.subindex()).map(LayoutParameter::defaultValue).findFirst()
                .orElse(null);
    }

    /**
     * Parameter values that differ from the defaults and are mentioned in a condition, so that a second device of the
     * same kind shows another unit or another layout.
     *
     * @return empty when the layout has no conditions
     */
    public static Map<String, Long> otherParameters(ProcessDataLayout layout) {
        Map<String, Long> others = new LinkedHashMap<>();
        for (LayoutParameter parameter : layout.parameters()) {
            Set<Long> mentioned = new TreeSet<>();
            conditions(layout).filter(condition -> condition.variableId().equals(parameter.variableId())
                    && condition.subindex() == parameter.subindex())
                    .forEach(condition -> mentioned.add(condition.value()));
            mentioned.remove(parameter.defaultValue());
            mentioned.stream().findFirst().ifPresent(value -> others.put(parameter.subindex() == 0
                    ? parameter.variableId()
                    : parameter.variableId() + "/" + parameter.subindex(), value));
        }
        return others;
    }

    private static Stream<Condition> conditions(ProcessDataLayout layout) {
        List<Condition> all = new ArrayList<>();
        for (Frame frame : layout.in()) {
            all.addAll(frame.when());
            for (Field field : frame.fields()) {
                field.scalings().forEach(scaling -> all.addAll(scaling.when()));
            }
        }
        return all.stream();
    }
}
