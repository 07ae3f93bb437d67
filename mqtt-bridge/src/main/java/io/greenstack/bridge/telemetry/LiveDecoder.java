package io.greenstack.bridge.telemetry;

import java.util.ArrayList;
import java.util.List;

import io.greenstack.core.layout.LayoutLookup;
import io.greenstack.core.layout.LayoutLookup.Bound;
import io.greenstack.core.message.NamedValue;
import io.greenstack.core.message.NamedValues;
import io.greenstack.core.message.RawProcessData;
import io.greenstack.core.processdata.DecodeException;
import io.greenstack.core.processdata.DecodedFrame;
import io.greenstack.core.processdata.DecodedValue;
import io.greenstack.core.processdata.Field;
import io.greenstack.core.processdata.Frame;

/** Makes readings of messages. */
final class LiveDecoder {

    private LiveDecoder() {}

    /**
     * The reading of a message.
     *
     * @param layout the layout of the device, {@link Bound} or unbound; not looked at for named values
     * @throws DecodeException if valid process data does not fit the layout
     */
    static LiveReading decode(TelemetryItem item, LayoutLookup layout) {
        if (item.message() instanceof NamedValues named) {
            return new LiveReading(item.deviceId().value(), named.timestamp(), item.source().receivedAt(),
                    List.of(),
                    values(named), item.source().retained());
        }
        RawProcessData data = (RawProcessData) item.message();
        List<RawOctets> raw = new ArrayList<>(2);
        List<LiveValue> values = new ArrayList<>();
        for (RawProcessData part = data; part != null; part = part.counterpart()) {
            raw.add(new RawOctets(part.direction(), part.hex(), part.valid()));
            if (layout instanceof Bound bound) {
                decode(part, bound, values);
            }
        }
        return new LiveReading(item.deviceId().value(), data.timestamp(), item.source().receivedAt(), raw,
                values, item.source().retained());
    }

    private static List<LiveValue> values(NamedValues named) {
        List<LiveValue> values = new ArrayList<>(named.values().size());
        for (NamedValue value : named.values()) {
            values.add(new LiveValue(value.parameter(), value.parameter(), value.value(), value.unit(), null, null));
        }
        return values;
    }

    private static void decode(RawProcessData data, Bound layout, List<LiveValue> values) {
        if (!data.valid()) {
            Frame frame = frameOfInvalid(data, layout);
            if (frame != null) {
                for (Field field : frame.fields()) {
                    values.add(new LiveValue(data.direction().parameter(field.key()), field.name(), null, null, null,
                            LiveValue.INVALID));
                }
            }
            return;
        }
        DecodedFrame frame = layout.decoder().decode(data.direction(), data.octets(), layout.parameters());
        for (DecodedValue value : frame.values()) {
            values.add(
                    new LiveValue(data.direction().parameter(value.field().key()), value.field().name(), value.value(),
                            value.unit(), value.label(), value.status()));
        }
    }

    /**
     * The frame whose values are not valid now. Octets that are not valid may be missing or of any length; then it is
     * known only where the description has a single frame.
     */
    private static Frame frameOfInvalid(RawProcessData data, Bound layout) {
        try {
            return layout.decoder().decode(data.direction(), data.octets(), layout.parameters()).frame();
        } catch (DecodeException e) {
            List<Frame> frames = layout.layout().layout().frames(data.direction());
            return frames.size() == 1 ? frames.get(0) : null;
        }
    }
}
