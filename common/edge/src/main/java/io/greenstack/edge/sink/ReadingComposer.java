package io.greenstack.edge.sink;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import io.greenstack.core.layout.LayoutLookup;
import io.greenstack.core.message.EventMessage;
import io.greenstack.core.message.ItemFault;
import io.greenstack.core.message.NamedValue;
import io.greenstack.core.message.NamedValues;
import io.greenstack.core.message.RawProcessData;
import io.greenstack.core.message.TelemetryMessage;
import io.greenstack.core.message.Timestamp;
import io.greenstack.core.processdata.DecodedValue;
import io.greenstack.core.processdata.Direction;

/** Makes readings of messages. */
public final class ReadingComposer {

    /** Status beside a number that is not exact. */
    private static final String ROUNDED = "rounded";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private ReadingComposer() {}

    /**
     * The readings of telemetry; none where the device marked its data as not valid.
     *
     * @param layout what is known of the process data of the device; used for raw data, for which it is never
     *        {@code Unavailable}; of a device that is not registered the octets are taken as they are
     * @param faults is told what is wrong with the process data of one direction, where other parts are kept
     * @throws io.greenstack.core.processdata.DecodeException if process data does not fit the layout, and there is nothing else
     */
    public static List<Reading> telemetry(TelemetryMessage message, LayoutLookup layout,
            Consumer<ItemFault> faults) {
        long nanos = message.timestamp().epochNanos();
        List<Reading> readings = new ArrayList<>(16);
        if (message instanceof NamedValues named) {
            named(readings, named.values(), nanos);
            mark(readings, message.timestamp());
            return readings;
        }
        RawProcessData data = (RawProcessData) message;
        data.eachDirection(raw -> raw(readings, raw, layout), faults);
        named(readings, data.beside(), nanos);
        mark(readings, message.timestamp());
        return readings;
    }

    private static void mark(List<Reading> readings, Timestamp time) {
        if (time.ahead() != null && !readings.isEmpty()) {
            readings.add(new Reading.ClockAhead(time.ahead().toMillis(), time.epochNanos()));
        }
    }

    /** The readings of events; the text is there when the description is known now, an event does not wait for it. */
    public static List<Reading> events(List<EventMessage> events, LayoutLookup layout) {
        List<Reading> readings = new ArrayList<>(events.size());
        for (EventMessage event : events) {
            String text = layout instanceof LayoutLookup.Bound bound
                    ? bound.layout().events().get(event.code())
                    : null;
            readings.add(new Reading.DeviceEvent(event.code(), event.type() == null ? null : token(event.type()),
                    token(event.mode()), text, event.timestamp().epochNanos()));
            mark(readings, event.timestamp());
        }
        return readings;
    }

    private static String token(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static void named(List<Reading> readings, List<NamedValue> values, long nanos) {
        for (NamedValue value : values) {
            readings.add(value.value() instanceof String text
                    ? new Reading.Attribute(value.parameter(), text, nanos)
                    : number(value, nanos));
        }
    }

    private static Reading number(NamedValue value, long nanos) {
        return number(value.parameter(), value.unit(), value.value(), value.number(), null, null, nanos);
    }

    /** A store holds doubles: of a whole number that none holds, the label has every digit. */
    private static Reading number(String parameter, String unit, Object value, double number, String label,
            String status, long nanos) {
        boolean rounded = value instanceof BigInteger;
        return new Reading.Value(parameter, unit, number, rounded && label == null ? value.toString() : label,
                rounded && status == null ? ROUNDED : status, nanos);
    }

    private static void raw(List<Reading> readings, RawProcessData message, LayoutLookup layout) {
        if (!message.valid()) {
            return;
        }
        List<DecodedValue> values = layout instanceof LayoutLookup.Bound bound
                ? bound.decoder().decode(message.direction(), message.octets(), bound.parameters()).values()
                : List.of();
        long nanos = message.timestamp().epochNanos();
        readings.add(new Reading.ProcessData(message.direction(), message.hex(), nanos));
        values.forEach(value -> decoded(readings, message.direction(), value, nanos));
    }

    private static void decoded(List<Reading> readings, Direction direction, DecodedValue value, long nanos) {
        String parameter = direction.parameter(value.field().key());
        if (value.hasNumber() || value.value() == null && value.status() != null) {
            readings.add(number(parameter, value.unit(), value.value(),
                    value.hasNumber() ? value.number() : Double.NaN, value.label(), value.status(), nanos));
        } else if (value.value() instanceof byte[] octets) {
            readings.add(new Reading.Attribute(parameter, HEX.formatHex(octets), nanos));
        } else if (value.value() != null) {
            readings.add(new Reading.Attribute(parameter, value.value().toString(), nanos));
        }
    }
}
