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
import io.greenstack.common.message.DeviceId;
import io.greenstack.common.message.PayloadException;
import io.greenstack.common.message.ReportedMessage;
import io.greenstack.common.message.ReportedReader;
import io.greenstack.common.message.Topics;
import io.greenstack.common.mqtt.BatchHandler;
import io.greenstack.common.mqtt.InboundMessage;
import io.greenstack.common.mqtt.Outcome;
import io.greenstack.common.tracing.BatchSpan;
import io.greenstack.common.tracing.BatchTracing;

/**
 * Hands what devices report of their configuration to the api-service, many reports in one request, in the order of their
 * arrival. They are acknowledged when the twins are stored.
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
<<<<<<< HEAD
=======

    private static List<List<ReportItem>> parts(List<ReportItem> items) {
        List<List<ReportItem>> parts = new ArrayList<>();
        int from = 0;
        int octets = 0;
        for (int i = 0; i < items.size(); i++) {
            octets += items.get(i).json().length;
            if (octets > MOST_OCTETS && i > from) {
                parts.add(items.subList(from, i));
                from = i;
                octets = items.get(i).json().length;
            }
        }
        if (from < items.size()) {
            parts.add(items.subList(from, items.size()));
        }
        return parts;
    }

    /** Sends reports; answers why they, and all that follow, have to wait, null if they need not. */
    private Later send(List<ReportItem> items, String traceparent, Rejections.Batch outcomes) {
        ApiAnswer answer = api.post(PATH, ReportBody.of(items), traceparent).toCompletableFuture().join();
        if (answer instanceof Later later) {
            return later;
        }
        if (answer instanceof Refused refused) {
            if (items.size() == 1) {
                outcomes.reject(items.get(0).index(), RejectReason.API_REJECTED, refused.detail());
                return null;
            }
            Later later = send(items.subList(0, items.size() / 2), traceparent, outcomes);
            return later != null ? later : send(items.subList(items.size() / 2, items.size()), traceparent, outcomes);
        }
        return settle(items, (Accepted) answer, outcomes);
    }

    private static Later settle(List<ReportItem> items, Accepted accepted, Rejections.Batch outcomes) {
        List<ReportResults.Result> results;
        try {
            results = ReportResults.of(accepted.body());
        } catch (IOException e) {
            return new Later("the api-service gave an answer that cannot be read: " + e.getMessage(), null);
        }
        if (results.size() != items.size()) {
            return new Later("the api-service gave " + results.size() + " results for " + items.size() + " reports",
                    null);
        }
        for (int i = 0; i < items.size(); i++) {
            ReportResults.Result result = results.get(i);
            if (result.rejected()) {
                outcomes.reject(items.get(i).index(), RejectReason.API_REJECTED,
                        result.code() + ": " + result.detail());
            } else {
                outcomes.written(items.get(i).index());
            }
        }
        return null;
    }

    /** One line when reports begin to wait and one when they go on. */
    private void note(Later later) {
        if (later != null && !waiting) {
            LOG.warnf("Reports wait for the api-service: %s", later.why());
        } else if (later == null && waiting) {
            LOG.info("The api-service takes reports again");
        }
        waiting = later != null;
    }
>>>>>>> main
}
