package io.greenstack.ingestion.influx;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import io.greenstack.core.message.ItemFault;
import io.greenstack.core.message.PayloadException;
import io.greenstack.core.message.RejectReason;
import io.greenstack.core.message.WideField;
import io.greenstack.edge.sink.Reading;
import io.greenstack.edge.sink.SinkMessage;

/**
 * Turns what a message says into points of the platform's measurements.
 *
 * <ul>
 * <li>{@code device_telemetry}: tags {@code device_id}, {@code parameter}, {@code unit}; field {@code value} is always a float
 * (booleans 1 and 0), beside it {@code label} and {@code status} as text; a special code has a status and no value.</li>
 * <li>{@code device_values}: the same in the {@linkplain PointLayout#WIDE wide} layout, where a line has all values of a message: tag
 * {@code device_id}, a field for each parameter, named as {@link WideField} says.</li>
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

    private final PointLayout layout;
    private final PointHeads heads = new PointHeads();
    private final ParameterCap cap;
    private final Duration retention;
    private final InstantSource clock;

    /**
     * @param layout how values lie in the store
     * @param cap limit of distinct parameters
     * @param retention how long the bucket keeps points, zero if for ever
     * @param clock now
     */
    InfluxLines(PointLayout layout, ParameterCap cap, Duration retention, InstantSource clock) {
        this.layout = layout;
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
            if (layout == PointLayout.WIDE && wide(lines, message, oldest, faults)) {
                return faultsOf(lines, before, faults);
            }
            for (Reading reading : message.readings()) {
                if (isWide(reading) || tooOld(reading, oldest, faults)) {
                    continue;
                }
                int complete = lines.lines();
                try {
                    add(lines, message.device(), reading);
                } catch (IllegalArgumentException | PayloadException e) {
                    lines.truncate(complete);
                    faults.add(fault(reading, e));
                }
            }
        } catch (RuntimeException e) {
            lines.truncate(before);
            throw e;
        }
        return faultsOf(lines, before, faults);
    }

    private static List<ItemFault> faultsOf(LineWriter lines, int before, List<ItemFault> faults) {
        if (lines.lines() == before && !faults.isEmpty()) {
            throw faults.get(0).ofAll();
        }
        return faults;
    }

    private boolean isWide(Reading reading) {
        return layout == PointLayout.WIDE && reading instanceof Reading.Value value
                && WideField.fits(value.parameter(), value.unit());
    }

    /** Lines with all values of a time each, which nearly always is one line; true if there is nothing else. */
    private boolean wide(LineWriter lines, SinkMessage message, long oldest, List<ItemFault> faults) {
        int begin = lines.position();
        int others = 0;
        Reading.Value last = null;
        for (Reading reading : message.readings()) {
            if (!isWide(reading)) {
                others++;
            } else if (!tooOld(reading, oldest, faults)) {
                Reading.Value value = (Reading.Value) reading;
                if (last == null || last.epochNanos() != value.epochNanos()) {
                    end(lines, begin, last);
                    begin = lines.position();
                    lines.measurement("device_values").tag(DEVICE_ID, message.device());
                }
                last = value;
                int position = lines.position();
                boolean field = lines.hasField();
                try {
                    wide(lines, message.device(), value);
                } catch (IllegalArgumentException | PayloadException e) {
                    lines.rewind(position, field);
                    faults.add(fault(value, e));
                }
            }
        }
        end(lines, begin, last);
        return others == 0;
    }

    private static void end(LineWriter lines, int begin, Reading last) {
        if (last != null && lines.hasField()) {
            lines.end(last.epochNanos());
        } else {
            lines.rewind(begin, false);
        }
    }

    private void wide(LineWriter lines, String device, Reading.Value value) {
        byte[] name = heads.find(device, value.parameter(), value.unit());
        if (name == null) {
            admit(device, value.parameter());
            name = lines.name(WideField.name(value.parameter(), value.unit()));
            heads.keep(device, value.parameter(), value.unit(), name);
        }
        if (!Double.isNaN(value.number()) || value.status() == null) {
            lines.field(name, value.number());
        }
        lines.field(WideField.LABEL, name, value.label()).field(WideField.STATUS, name, value.status());
    }

    private boolean tooOld(Reading reading, long oldest, List<ItemFault> faults) {
        if (reading.epochNanos() >= oldest) {
            return false;
        }
        faults.add(new ItemFault(RejectReason.BAD_TIMESTAMP, name(reading) + "The time is older than the "
                + retention.toHours() + " h that the store keeps"));
        return true;
    }

    private static ItemFault fault(Reading reading, RuntimeException error) {
        return new ItemFault(error instanceof PayloadException payload ? payload.reason() : RejectReason.BAD_MEMBER,
                name(reading) + error.getMessage());
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
            narrow(lines, device, value);
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

    private void narrow(LineWriter lines, String device, Reading.Value value) {
        byte[] head = heads.find(device, value.parameter(), value.unit());
        if (head != null) {
            lines.start(head);
            return;
        }
        admit(device, value.parameter());
        int begin = lines.position();
        lines.measurement("device_telemetry").tag(DEVICE_ID, device).tag("parameter", value.parameter()).tag("unit",
                value.unit());
        heads.keep(device, value.parameter(), value.unit(), lines.since(begin));
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
