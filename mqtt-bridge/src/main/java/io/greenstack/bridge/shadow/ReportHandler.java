package io.greenstack.bridge.shadow;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.greenstack.bridge.forward.ForwardItem;
import io.greenstack.bridge.forward.Forwarder;
import io.greenstack.bridge.outcome.Rejections;
import io.greenstack.bridge.registration.ApiClient;
import io.greenstack.core.message.DeviceId;
import io.greenstack.core.message.InboundMessage;
import io.greenstack.core.message.PayloadException;
import io.greenstack.core.message.ReportedMessage;
import io.greenstack.core.message.ReportedReader;
import io.greenstack.core.message.Topics;
import io.greenstack.edge.mqtt.BatchHandler;
import io.greenstack.edge.mqtt.Outcome;
import io.greenstack.platform.tracing.BatchSpan;
import io.greenstack.platform.tracing.BatchTracing;

/**
 * Hands what devices report of their configuration to the api-service, many reports in one request, in the order of their
 * arrival. They are acknowledged when the twins are stored. A replayed dead letter has the time of its first arrival and says
 * what it is, so that it replaces nothing that was reported after it.
 */
@Singleton
public class ReportHandler implements BatchHandler {

    private static final String PATH = "/api/shadows/reports";

    private final Topics topics;
    private final ReportedReader reader;
    private final Forwarder forwarder;
    private final Rejections rejections;
    private final BatchTracing tracing;

    @Inject
    ReportHandler(Topics topics, Clock clock, ApiClient api, Rejections rejections, BatchTracing tracing) {
        this.topics = topics;
        this.reader = new ReportedReader(clock);
        this.forwarder = new Forwarder(api, PATH, "reports", "reports");
        this.rejections = rejections;
        this.tracing = tracing;
    }

    @Override
    public List<Outcome> handle(List<InboundMessage> batch) {
        try (BatchSpan span = tracing.start("report process", batch.size())) {
            return handle(batch, span.traceparent());
        }
    }

    private List<Outcome> handle(List<InboundMessage> batch, String traceparent) {
        Rejections.Batch outcomes = rejections.begin(batch, traceparent);
        return forwarder.send(read(batch, outcomes), traceparent, outcomes);
    }

    /** The empty payload with which a retained report is cleared says nothing. */
    private List<ForwardItem> read(List<InboundMessage> batch, Rejections.Batch outcomes) {
        List<ForwardItem> items = new ArrayList<>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            InboundMessage message = batch.get(i);
            try {
                DeviceId id = topics.parse(message.topic()).deviceId();
                if (message.payload().length == 0) {
                    outcomes.written(i);
                } else {
                    ReportedMessage report = reader.read(message.payload(), message.receivedAt());
                    items.add(new ForwardItem(i, ReportBody.item(id, report, message)));
                }
            } catch (PayloadException e) {
                outcomes.reject(i, e.reason(), e.getMessage());
            }
        }
        return items;
    }
}
