package io.greenstack.bridge.master;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import io.greenstack.bridge.dialect.CanonicalMessages.Event;
import io.greenstack.core.message.DeviceId;
import io.greenstack.core.message.DeviceIds;

/**
 * Follows what hangs on one port. After any reading without a device nothing is published until it is known again what hangs there, so
 * octets of a new device are never told as those of the old one. Not thread-safe.
 */
final class PortWatch {

    private final String master;
    private final int port;
    private final DeviceOutlet outlet;
    private PortIdentity identity;
    private DeviceId device;
    /** What hung there when it was last asked. */
    private DeviceId before;
    private ActiveEvents events = new ActiveEvents();
    private boolean sure;
    private boolean seen;
    private boolean known;
    private long readings;
    private long invalid;

    PortWatch(String master, int port, DeviceOutlet outlet) {
        this.master = master;
        this.port = port;
        this.outlet = outlet;
    }

    int number() {
        return port;
    }

    /** The device on it, null for none. */
    DeviceId device() {
        return device;
    }

    /** Whether it has to be asked what hangs there. */
    boolean unsure() {
        return !sure;
    }

    /** Whether the device is not known to be registered yet. */
    boolean unregistered() {
        return device != null && !known;
    }

    /** The device is registered. */
    void registered(String deviceId) {
        known |= device != null && device.value().equals(deviceId);
    }

    /** Whether the device has a list of its active events, as far as is known. */
    boolean tellsEvents() {
        return device != null && sure && identity.hasDevice() && events != null;
    }

    /** The detailed device status, null for a device that has none. */
    void events(DeviceId of, byte[] status, Instant time) {
        if (of.equals(device) && events != null) {
            if (status == null) {
                events = null;
            } else {
                List<Event> changes = events.take(status, time);
                if (!changes.isEmpty()) {
                    outlet.events(device, changes);
                }
            }
        }
    }

    /** What the master tells of the device by itself. */
    void event(PortEvent event, Instant now) {
        if (device != null && sure) {
            outlet.events(device, List.of(new Event(event.code(), event.mode(), event.type(),
                    event.time() == null ? now : event.time())));
        }
    }

    /** Registers the device once more, because nobody knows it yet. */
    void registerAgain() {
        if (unregistered()) {
            outlet.register(device, identity);
        }
    }

    void take(PortReading reading, Instant time) {
        if (reading.identity() != null) {
            identify(reading.identity(), time);
        }
        if (reading.state() == PortReading.State.ABSENT || device == null) {
            sure &= reading.state() == PortReading.State.ABSENT && device == null;
            return;
        }
        if (!sure) {
            return;
        }
        if (reading.state() == PortReading.State.INVALID) {
            invalid++;
            return;
        }
        if (reading.in() == null && reading.out() == null) {
            return;
        }
        readings++;
        if (known) {
            outlet.reading(device, reading, identity.mode(), time);
        }
    }

    private void identify(PortIdentity found, Instant time) {
        DeviceId now = idOf(found);
        if (device != null && !device.equals(now)) {
            leave(time);
        }
        if (now != null && device == null) {
            outlet.register(now, found);
            outlet.status(now, true, time);
            device = now;
            known = false;
        }
        if (seen && !Objects.equals(before, now)) {
            tellExchange(now, time);
        }
        before = now;
        identity = found;
        seen = true;
        sure = true;
    }

    /** Not when the first look finds a device, as after the start of a bridge, nor when only the master was away. */
    private void tellExchange(DeviceId now, Instant time) {
        if (before != null) {
            outlet.exchanged(before, false, time);
        }
        if (now != null) {
            outlet.exchanged(now, true, time);
        }
        readings = 0;
        invalid = 0;
        events = new ActiveEvents();
    }

    /** A device is told by where it hangs and by what it is: another one on the port has another id. */
    private DeviceId idOf(PortIdentity found) {
        if (found.hasDevice()) {
            return DeviceIds.of(master, Integer.toString(port), found.vendorId() + "-" + found.deviceId()
                    + (found.serial() == null ? "" : "-" + found.serial()));
        }
        return switch (found.mode()) {
            case DIGITAL_INPUT, DIGITAL_OUTPUT -> DeviceIds.of(master, Integer.toString(port));
            default -> null;
        };
    }

    /** Nothing is heard of the device any more; also when its master is away. */
    void leave(Instant time) {
        if (device != null) {
            outlet.status(device, false, time);
            device = null;
            sure = false;
        }
    }

    MasterReport.Port report() {
        return new MasterReport.Port(port, device == null ? null : device.value(), identity, readings, invalid);
    }
}
