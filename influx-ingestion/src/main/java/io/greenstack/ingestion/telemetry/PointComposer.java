package io.greenstack.ingestion.telemetry;

import java.util.HexFormat;
import java.util.Locale;

import io.greenstack.core.layout.LayoutLookup;
import io.greenstack.core.message.DeviceId;
import io.greenstack.core.message.EventMessage;
import io.greenstack.core.message.NamedValue;
import io.greenstack.core.message.NamedValues;
import io.greenstack.core.message.PayloadException;
import io.greenstack.core.message.RawProcessData;
import io.greenstack.core.message.RejectReason;
import io.greenstack.core.message.TelemetryMessage;
import io.greenstack.core.processdata.DecodeException;
import io.greenstack.core.processdata.DecodedFrame;
import io.greenstack.core.processdata.DecodedValue;
import io.greenstack.core.processdata.Direction;
import io.greenstack.ingestion.influx.LineWriter;

/**
 * Turns a message into points of the platform's measurements.
 *
 * <ul>
 * <li>{@code device_telemetry}: tags {@code device_id}, {@code parameter}, {@code unit}; field {@code value} is always a float
 * (booleans 1 and 0), beside it {@code label} and {@code status} as text; a special code has a status and no value.</li>
 * <li>{@code device_metadata}: tags {@code device_id}, {@code attribute}; field {@code value} for texts and octets.</li>
 * <li>{@code device_raw}: tags {@code device_id}, {@code direction}; field {@code hex}, so that history can be decoded again.</li>
 * </ul>
 */
public final class PointComposer {

    static final String TELEMETRY = "device_telemetry";
    static final String METADATA = "device_metadata";
    static final String RAW = "device_raw";
    static final String EVENTS = "device_events";

    private static final String DEVICE_ID = "device_id";
    private static final String VALUE = "value";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final ParameterCap cap;

    /** @param cap limit of distinct parameters */
    public PointComposer(ParameterCap cap) {
        this.cap = cap;
    }

    /**
     * Adds the points of a message; on failure none is added.
     *
     * @param lines where to add
     * @param device device of the topic
     * @param content what it sent
     * @param layout what is known of its process data; used for raw data, for which it is never {@code Unavailable}, and for the texts of events
     * @throws PayloadException if the message can never be stored
     */
    public void compose(LineWriter lines, DeviceId device, Content content, LayoutLookup layout) {
        int before = lines.lines();
        try {
            if (content instanceof Content.Events events) {
                events.events().forEach(event -> event(lines, device.value(), event, layout));
            } else if (content instanceof Content.Values values) {
                values(lines, device.value(), values.message(), layout);
            }
        } catch (DecodeException e) {
            lines.truncate(before);
            throw new PayloadException(e.reason(), e.getMessage());
        } catch (IllegalArgumentException e) {
            lines.truncate(before);
            throw new PayloadException(RejectReason.BAD_MEMBER, e.getMessage());
        } catch (RuntimeException e) {
            lines.truncate(before);
            throw e;
        }
    }

    private void values(LineWriter lines, String device, TelemetryMessage message, LayoutLookup layout) {
        if (message instanceof NamedValues named) {
            named(lines, device, named);
        } else if (message instanceof RawProcessData raw) {
            raw(lines, device, raw, layout);
            if (raw.counterpart() != null) {
                raw(lines, device, raw.counterpart(), layout);
            }
        }
    }

    /** The text is there when the description of the device is known now; an event does not wait for it. */
    private static void event(LineWriter lines, String device, EventMessage event, LayoutLookup layout) {
        String text = layout instanceof LayoutLookup.Bound bound ? bound.layout().events().get(event.code()) : null;
        lines.measurement(EVENTS).tag(DEVICE_ID, device).tag("code", Integer.toString(event.code()))
                .tag("type", event.type() == null ? null : event.type().name().toLowerCase(Locale.ROOT))
                .field("mode", event.mode().name().toLowerCase(Locale.ROOT)).field("text", text)
                .end(event.timestamp().epochNanos());
    }

    private void named(LineWriter lines, String device, NamedValues message) {
        long nanos = message.timestamp().epochNanos();
        for (NamedValue value : message.values()) {
            admit(device, value.parameter());
            if (value.value() instanceof String text) {
                metadata(lines, device, value.parameter(), text, nanos);
            } else {
                lines.measurement(TELEMETRY).tag(DEVICE_ID, device).tag("parameter", value.parameter())
                        .tag("unit", value.unit()).field(VALUE, value.number()).end(nanos);
            }
        }
    }

    private void raw(LineWriter lines, String device, RawProcessData message, LayoutLookup layout) {
        if (layout instanceof LayoutLookup.UnknownDevice) {
            throw new PayloadException(RejectReason.UNKNOWN_DEVICE, "No device '" + device + "' is registered");
        }
        if (!message.valid()) {
            return;
        }
        long nanos = message.timestamp().epochNanos();
        lines.measurement(RAW).tag(DEVICE_ID, device).tag("direction", message.direction().token())
                .field("hex", message.hex()).end(nanos);
        if (layout instanceof LayoutLookup.Bound bound) {
            DecodedFrame frame = bound.decoder().decode(message.direction(), message.octets(), bound.parameters());
            for (DecodedValue value : frame.values()) {
                decoded(lines, device, message.direction(), value, nanos);
            }
        }
    }

    private void decoded(LineWriter lines, String device, Direction direction, DecodedValue value, long nanos) {
        String parameter = direction.parameter(value.field().key());
        if (value.hasNumber() || value.value() == null && value.status() != null) {
            admit(device, parameter);
            lines.measurement(TELEMETRY).tag(DEVICE_ID, device).tag("parameter", parameter).tag("unit", value.unit());
            if (value.hasNumber()) {
                lines.field(VALUE, value.number());
            }
            lines.field("label", value.label()).field("status", value.status()).end(nanos);
        } else if (value.value() instanceof byte[] octets) {
            admit(device, parameter);
            metadata(lines, device, parameter, HEX.formatHex(octets), nanos);
        } else if (value.value() != null) {
            admit(device, parameter);
            metadata(lines, device, parameter, value.value().toString(), nanos);
        }
    }

    private static void metadata(LineWriter lines, String device, String attribute, String text, long nanos) {
        lines.measurement(METADATA).tag(DEVICE_ID, device).tag("attribute", attribute).field(VALUE, text).end(nanos);
    }

    private void admit(String device, String parameter) {
        if (!cap.admit(device, parameter)) {
            throw new PayloadException(RejectReason.TOO_MANY_PARAMETERS,
                    "Device '" + device + "' has reached its limit of distinct parameters");
        }
    }
}
