package io.greenstack.bridge.telemetry;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.greenstack.core.layout.LayoutLookup;
import io.greenstack.core.layout.LayoutLookup.Bound;
import io.greenstack.core.message.ItemFault;
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
     * @param faults is told what is wrong with the process data of one direction, where other parts are kept
     * @throws DecodeException if valid process data does not fit the layout, and there is nothing else
     */
    static LiveReading decode(TelemetryItem item, LayoutLookup layout, Consumer<ItemFault> faults) {
        List<RawOctets> raw = new ArrayList<>(2);
        List<LiveValue> values = new ArrayList<>();
        if (item.message() instanceof NamedValues named) {
            named(values, named.values());
        } else if (item.message() instanceof RawProcessData data) {
            data.eachDirection(part -> {
                if (layout instanceof Bound bound) {
                    decode(part, bound, values);
                }
                raw.add(new RawOctets(part.direction(), part.hex(), part.valid()));
            }, faults);
            named(values, data.beside());
        }
        return new LiveReading(item.deviceId().value(), item.message().timestamp(), item.source().receivedAt(), raw,
                values, item.source().retained());
    }

    private static void named(List<LiveValue> values, List<NamedValue> named) {
        for (NamedValue value : named) {
            values.add(new LiveValue(value.parameter(), value.parameter(), value.value(), value.unit(), null, null));
        }
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
