package io.greenstack.ingestion.telemetry;

import java.util.HexFormat;

import io.greenstack.common.layout.LayoutLookup;
import io.greenstack.common.message.DeviceId;
import io.greenstack.common.message.NamedValue;
import io.greenstack.common.message.NamedValues;
import io.greenstack.common.message.PayloadException;
import io.greenstack.common.message.RawProcessData;
import io.greenstack.common.message.RejectReason;
import io.greenstack.common.message.TelemetryMessage;
import io.greenstack.common.processdata.DecodeException;
import io.greenstack.common.processdata.DecodedFrame;
import io.greenstack.common.processdata.DecodedValue;
import io.greenstack.common.processdata.Direction;
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
     * @param message what it sent
     * @param layout what is known of its process data; used for raw data only, never {@code Unavailable}
     * @throws PayloadException if the message can never be stored
     */
    public void compose(LineWriter lines, DeviceId device, TelemetryMessage message, LayoutLookup layout) {
        int before = lines.lines();
        try {
            if (message instanceof NamedValues named) {
                named(lines, device.value(), named);
            } else if (message instanceof RawProcessData raw) {
                raw(lines, device.value(), raw, layout);
                if (raw.counterpart() != null) {
                    raw(lines, device.value(), raw.counterpart(), layout);
                }
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
