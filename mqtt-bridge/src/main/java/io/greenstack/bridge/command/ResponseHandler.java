package io.greenstack.bridge.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;

import io.greenstack.bridge.forward.ForwardItem;
import io.greenstack.bridge.forward.Forwarder;
import io.greenstack.bridge.outcome.Rejections;
import io.greenstack.bridge.registration.ApiClient;
import io.greenstack.core.message.DeviceId;
import io.greenstack.core.message.InboundMessage;
import io.greenstack.core.message.PayloadException;
import io.greenstack.core.message.RejectReason;
import io.greenstack.core.message.ReportedMessage;
import io.greenstack.core.message.ReportedReader;
import io.greenstack.core.message.Topics;
import io.greenstack.edge.mqtt.BatchHandler;
import io.greenstack.edge.mqtt.Outcome;
import io.greenstack.platform.tracing.BatchSpan;
import io.greenstack.platform.tracing.BatchTracing;

/**
 * Hands answers of devices to commands to the api-service, in the order of their arrival. They are acknowledged when they are
 * stored; an answer to a command that the api-service does not know is a dead letter. Any object within the limits of reports
 * goes through: what is in it is judged where the commands are.
 */
@Singleton
public class ResponseHandler implements BatchHandler {

    private static final String PATH = "/api/commands/responses";
    private static final JsonFactory JSON = new JsonFactory();

    private final Topics topics;
    private final ReportedReader reader;
    private final Forwarder forwarder;
    private final Rejections rejections;
    private final BatchTracing tracing;

    @Inject
    ResponseHandler(Topics topics, Clock clock, ApiClient api, Rejections rejections, BatchTracing tracing) {
        this.topics = topics;
        this.reader = new ReportedReader(clock);
        this.forwarder = new Forwarder(api, PATH, "responses", "answers to commands");
        this.rejections = rejections;
        this.tracing = tracing;
    }

    @Override
    public List<Outcome> handle(List<InboundMessage> batch) {
        try (BatchSpan span = tracing.start("command response process", batch.size())) {
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
                ReportedMessage response = reader.read(message.payload(), message.receivedAt());
                items.add(new ForwardItem(i, item(device, response, message)));
            } catch (PayloadException e) {
                outcomes.reject(i, e.reason(), e.getMessage());
            }
        }
        return items;
    }

    private static byte[] item(DeviceId device, ReportedMessage response, InboundMessage message) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(message.payload().length + 128);
        try (JsonParser in = JSON.createParser(message.payload()); JsonGenerator json = JSON.createGenerator(out)) {
            in.nextToken();
            json.writeStartObject();
            json.writeStringField("device_id", device.value());
            json.writeStringField("answered_at", response.timestamp().time().toString());
            json.writeFieldName("payload");
            json.copyCurrentStructureExact(in);
            json.writeEndObject();
        } catch (IOException e) {
            throw new PayloadException(RejectReason.NOT_JSON, e.getMessage());
        }
        return out.toByteArray();
    }
}
