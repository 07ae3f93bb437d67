package io.greenstack.bridge.master;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Singleton;

import io.greenstack.bridge.dialect.CanonicalMessages;
import io.greenstack.bridge.dialect.CanonicalMessages.Event;
import io.greenstack.bridge.dialect.Publication;
import io.greenstack.bridge.dialect.Publisher;
import io.greenstack.core.message.DeviceId;
import io.greenstack.core.message.NamedValue;
import io.greenstack.core.message.TopicKind;
import io.greenstack.core.message.Topics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Publishes what masters have for their devices, as the devices themselves would. Nothing goes out when another bridge may run the
 * masters by now. A reading that the broker does not take is not kept: the next one is newer.
 */
@Singleton
class DeviceOutlet {

    /** A device came to a port, and left it (IO-Link interface specification, events of ports). */
    private static final int COME = 0xFF21;
    private static final int GONE = 0xFF22;

    private final Publisher publisher;
    private final CanonicalMessages messages;
    private final MasterLease lease;
    private final Counter published;
    private final Counter dropped;

    DeviceOutlet(Publisher publisher, Topics topics, MasterLease lease, MeterRegistry metrics) {
        this.publisher = publisher;
        this.messages = new CanonicalMessages(topics);
        this.lease = lease;
        this.published = counter(metrics, "published");
        this.dropped = counter(metrics, "dropped");
    }

    private static Counter counter(MeterRegistry metrics, String result) {
        return Counter.builder("greenstack.masters.readings").tag("result", result)
                .description("Readings of ports of masters, by what became of them").register(metrics);
    }

    /** A device makes itself known. */
    void register(DeviceId device, PortIdentity identity) {
        publish(messages.object(TopicKind.REGISTER, device, false, json -> {
            if (identity.product() != null) {
                json.writeStringField("name", identity.product());
            }
            if (!identity.hasDevice()) {
                json.writeStringField("port_mode", identity.mode().token());
                return;
            }
            json.writeObjectFieldStart("iolink");
            json.writeNumberField("vendor_id", identity.vendorId());
            json.writeNumberField("device_id", identity.deviceId());
            if (identity.serial() != null) {
                json.writeStringField("serial", identity.serial());
            }
            json.writeEndObject();
        }));
    }

    void status(DeviceId device, boolean connected, Instant time) {
        publish(messages.status(device, connected, time));
    }

    /** Another device came to a port, or left it. */
    void exchanged(DeviceId device, boolean come, Instant time) {
        messages.events(device, List.of(new Event(come ? COME : GONE, "singleshot", "notification", time)))
                .forEach(this::publish);
    }

    void events(DeviceId device, List<Event> events) {
        messages.events(device, events).forEach(this::publish);
    }

    void reading(DeviceId device, PortReading reading, PortIdentity.Mode mode, Instant time) {
        switch (mode) {
            case DIGITAL_INPUT -> level(device, "input", reading.in(), time);
            case DIGITAL_OUTPUT -> level(device, "output", reading.out(), time);
            default -> count(messages.processData(device, reading.in(), reading.out(), time));
        }
    }

    private void level(DeviceId device, String name, String octets, Instant time) {
        if (octets != null) {
            boolean high = !octets.replace("0", "").isEmpty();
            messages.values(device, List.of(new NamedValue(name, high, null)), time).forEach(this::count);
        }
    }

    /** An answer to a command, or a report of what the device has; fails when the broker does not take it, or another bridge has to say it. */
    CompletableFuture<Void> say(TopicKind kind, DeviceId device, byte[] payload) {
        return lease.holds()
                ? publisher.publish(messages.raw(kind, device, payload)).toCompletableFuture()
                : CompletableFuture.failedFuture(new IllegalStateException("Another bridge runs the masters by now"));
    }

    private void count(Publication publication) {
        if (lease.holds()) {
            publisher.publish(publication)
                    .whenComplete((done, failure) -> (failure == null ? published : dropped).increment());
        }
    }

    private void publish(Publication publication) {
        if (lease.holds()) {
            publisher.publish(publication);
        }
    }
}
