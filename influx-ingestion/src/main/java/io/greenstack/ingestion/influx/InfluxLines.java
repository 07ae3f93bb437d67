package io.greenstack.ingestion.influx;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import io.greenstack.core.message.ItemFault;
import io.greenstack.core.message.PayloadException;
import io.greenstack.core.message.RejectReason;
import io.greenstack.edge.sink.Reading;
import io.greenstack.edge.sink.SinkMessage;

/**
 * Turns what a message says into points of the platform's measurements.
 *
 * <ul>
 * <li>{@code device_telemetry}: tags {@code device_id}, {@code parameter}, {@code unit}; field {@code value} is always a float
 * (booleans 1 and 0), beside it {@code label} and {@code status} as text; a special code has a status and no value.</li>
 * <li>{@code device_metadata}: tags {@code device_id}, {@code attribute}; field {@code value} for texts and octets.</li>
 * <li>{@code device_raw}: tags {@code device_id}, {@code direction}; field {@code hex}, so that history can be decoded again.</li>
 * <li>{@code device_clock}: tag {@code device_id}; field {@code ahead_ms}, where the other points of this time have the time of
 * arrival because the clock of the device is ahead.</li>
 * <li>{@code device_events}: tags {@code device_id}, {@code code}, {@code type}; fields {@code mode} and {@code text}.</li>
 * </ul>
 */
final class InfluxLines {

    private static final String DEVICE_ID = "device_id";
    private static final String VALUE = "value";

    private final ParameterCap cap;
    private final Duration retention;
    private final InstantSource clock;

    /**
     * @param cap limit of distinct parameters
     * @param retention how long the bucket keeps points, zero if for ever
     * @param clock now
     */
    InfluxLines(ParameterCap cap, Duration retention, InstantSource clock) {
        this.cap = cap;
        this.retention = retention;
        this.clock = clock;
    }

    /**
     * Adds the points of a message; on failure none is added.
     *
     * @return what is wrong with readings that can never be stored; all others are added
     * @throws PayloadException if the message can never be stored
     */
    List<ItemFault> add(LineWriter lines, SinkMessage message) {
        int before = lines.lines();
        long oldest = retention.isZero() ? Long.MIN_VALUE : nanos(clock.instant().minus(retention));
        List<ItemFault> faults = new ArrayList<>(0);
        try {
            for (Reading reading : message.readings()) {
                int complete = lines.lines();
                if (reading.epochNanos() < oldest) {
                    faults.add(new ItemFault(RejectReason.BAD_TIMESTAMP, name(reading)
                            + "The time is older than the " + retention.toHours() + " h that the store keeps"));
                } else {
                    try {
                        add(lines, message.device(), reading);
                    } catch (IllegalArgumentException e) {
                        lines.truncate(complete);
                        faults.add(new ItemFault(RejectReason.BAD_MEMBER, name(reading) + e.getMessage()));
                    } catch (PayloadException e) {
                        lines.truncate(complete);
                        faults.add(new ItemFault(e.reason(), name(reading) + e.getMessage()));
                    }
                }
            }
        } catch (RuntimeException e) {
            lines.truncate(before);
            throw e;
        }
        if (lines.lines() == before && !faults.isEmpty()) {
            throw faults.get(0).ofAll();
        }
        return faults;
    }

    /** Which item a fault is of. */
    private static String name(Reading reading) {
        String name = reading instanceof Reading.Value value
                ? value.parameter()
                : reading instanceof Reading.Attribute attribute
                        ? attribute.attribute()
                        : reading instanceof Reading.DeviceEvent event
                                ? "event " + event.code()
                                : reading instanceof Reading.ClockAhead ? "clock" : "process data";
        return "'" + name.replaceAll("\\p{Cntrl}", "?") + "': ";
    }

    private void add(LineWriter lines, String device, Reading reading) {
        if (reading instanceof Reading.Value value) {
            admit(device, value.parameter());
            lines.measurement("device_telemetry").tag(DEVICE_ID, device).tag("parameter", value.parameter())
                    .tag("unit", value.unit());
            if (!Double.isNaN(value.number()) || value.status() == null) {
                lines.field(VALUE, value.number());
            }
            lines.field("label", value.label()).field("status", value.status());
        } else if (reading instanceof Reading.Attribute attribute) {
            admit(device, attribute.attribute());
            lines.measurement("device_metadata").tag(DEVICE_ID, device).tag("attribute", attribute.attribute())
                    .field(VALUE, attribute.text());
        } else if (reading instanceof Reading.ProcessData data) {
            lines.measurement("device_raw").tag(DEVICE_ID, device).tag("direction", data.direction().token())
                    .field("hex", data.hex());
        } else if (reading instanceof Reading.DeviceEvent event) {
            lines.measurement("device_events").tag(DEVICE_ID, device).tag("code", Integer.toString(event.code()))
                    .tag("type", event.type()).field("mode", event.mode()).field("text", event.text());
        } else if (reading instanceof Reading.ClockAhead clock) {
            lines.measurement("device_clock").tag(DEVICE_ID, device).field("ahead_ms", (double) clock.aheadMillis());
        }
        lines.end(reading.epochNanos());
    }

    private static long nanos(Instant time) {
        return time.getEpochSecond() * 1_000_000_000L + time.getNano();
    }

    private void admit(String device, String parameter) {
        if (!cap.admit(device, parameter)) {
            throw new PayloadException(RejectReason.TOO_MANY_PARAMETERS,
                    "Device '" + device + "' has reached its limit of distinct parameters");
        }
    }
}
