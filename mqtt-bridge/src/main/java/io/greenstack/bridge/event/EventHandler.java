package io.greenstack.bridge.event;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import io.greenstack.bridge.forward.ForwardItem;
import io.greenstack.bridge.forward.Forwarder;
import io.greenstack.bridge.outcome.Rejections;
import io.greenstack.bridge.registration.ApiClient;
import io.greenstack.core.message.DeviceId;
import io.greenstack.core.message.EventMessage;
import io.greenstack.core.message.EventReader;
import io.greenstack.core.message.InboundMessage;
import io.greenstack.core.message.PayloadException;
import io.greenstack.core.message.Topics;
import io.greenstack.edge.mqtt.BatchHandler;
import io.greenstack.edge.mqtt.Outcome;
import io.greenstack.platform.tracing.BatchSpan;
import io.greenstack.platform.tracing.BatchTracing;

/**
 * Hands events of devices to the api-service in the order of their arrival. They are acknowledged when they are stored; while the
 * api-service is away they stay with the broker.
 */
@Singleton
public class EventHandler implements BatchHandler {

    private static final String PATH = "/api/events/batch";
    private static final JsonFactory JSON = new JsonFactory();

    private final Topics topics;
    private final EventReader reader;
    private final Forwarder forwarder;
    private final Rejections rejections;
    private final BatchTracing tracing;

    @Inject
    EventHandler(Topics topics, Clock clock, ApiClient api, Rejections rejections, BatchTracing tracing) {
        this.topics = topics;
        this.reader = new EventReader(clock);
        this.forwarder = new Forwarder(api, PATH, "events", "events");
        this.rejections = rejections;
        this.tracing = tracing;
    }

    @Override
    public List<Outcome> handle(List<InboundMessage> batch) {
        try (BatchSpan span = tracing.start("event process", batch.size())) {
            Rejections.Batch outcomes = rejections.begin(batch, span.traceparent());
            return forwarder.send(read(batch, outcomes), span.traceparent(), outcomes);
        }
    }

    private List<ForwardItem> read(List<InboundMessage> batch, Rejections.Batch outcomes) {
        List<ForwardItem> items = new ArrayList<>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            InboundMessage message = batch.get(i);
            try {
                DeviceId device = topics.parse(message.topic()).deviceId();
                for (EventMessage event : reader.read(message.payload(), message.receivedAt())) {
                    items.add(new ForwardItem(i, item(device, event, message)));
                }
            } catch (PayloadException e) {
                outcomes.reject(i, e.reason(), e.getMessage());
            }
        }
        return items;
    }

    private static byte[] item(DeviceId device, EventMessage event, InboundMessage message) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(192);
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("device_id", device.value());
            json.writeNumberField("code", event.code());
            json.writeStringField("mode", event.mode().name());
            if (event.type() != null) {
                json.writeStringField("type", event.type().name());
            }
            json.writeStringField("timestamp", event.timestamp().time().toString());
            json.writeBooleanField("from_device", event.timestamp().fromDevice());
            json.writeStringField("received_at", message.receivedAt().toString());
            json.writeBooleanField("duplicate", message.duplicate());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
