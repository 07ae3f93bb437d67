package io.greenstack.bridge.registration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.greenstack.bridge.outcome.Rejections;
import io.greenstack.bridge.registration.ApiAnswer.Accepted;
import io.greenstack.bridge.registration.ApiAnswer.Later;
import io.greenstack.bridge.registration.ApiAnswer.Refused;
import io.greenstack.core.message.DeviceId;
import io.greenstack.core.message.InboundMessage;
import io.greenstack.core.message.PayloadException;
import io.greenstack.core.message.RejectReason;
import io.greenstack.core.message.Topics;
import io.greenstack.edge.mqtt.BatchHandler;
import io.greenstack.edge.mqtt.Outcome;
import io.greenstack.edge.mqtt.PauseException;
import io.greenstack.platform.tracing.BatchSpan;
import io.greenstack.platform.tracing.BatchTracing;

/**
 * Forwards registrations to the api-service: different devices at the same time, those of one device one after the other.
 * While the api-service is away the messages stay with the broker, and those of a device keep their order.
 */
@Singleton
public class RegistrationHandler implements BatchHandler {

    private static final Logger LOG = Logger.getLogger(RegistrationHandler.class);

    private final Topics topics;
    private final ApiClient api;
    private final Rejections rejections;
    private final BatchTracing tracing;
    private final RegistrationBody body = new RegistrationBody();
    private boolean waiting;

    @Inject
    RegistrationHandler(Topics topics, ApiClient api, Rejections rejections, BatchTracing tracing) {
        this.topics = topics;
        this.api = api;
        this.rejections = rejections;
        this.tracing = tracing;
    }

    private record Task(int index, byte[] body) {}

    private record Done(int index, ApiAnswer answer) {}

    @Override
    public List<Outcome> handle(List<InboundMessage> batch) {
        try (BatchSpan span = tracing.start("registration process", batch.size())) {
            return handle(batch, span.traceparent());
        }
    }

    private List<Outcome> handle(List<InboundMessage> batch, String traceparent) {
        Rejections.Batch outcomes = rejections.begin(batch, traceparent);
        List<CompletableFuture<List<Done>>> devices = new ArrayList<>();
        for (List<Task> tasks : byDevice(batch, outcomes).values()) {
            devices.add(register(tasks, 0, traceparent, new ArrayList<>()).toCompletableFuture());
        }
        Later later = null;
        for (CompletableFuture<List<Done>> device : devices) {
            for (Done done : device.join()) {
                if (done.answer() instanceof Accepted) {
                    outcomes.written(done.index());
                } else if (done.answer() instanceof Refused refused) {
                    outcomes.reject(done.index(), RejectReason.API_REJECTED, refused.detail());
                } else {
                    later = (Later) done.answer();
                }
            }
        }
        List<Outcome> results = outcomes.finish();
        note(later);
        if (later != null && later.retryAfter() != null && results.stream().allMatch(Outcome.RETRY::equals)) {
            throw new PauseException("registrations wait: " + later.why(), later.retryAfter());
        }
        return results;
    }

    private Map<String, List<Task>> byDevice(List<InboundMessage> batch, Rejections.Batch outcomes) {
        Map<String, List<Task>> devices = new LinkedHashMap<>();
        for (int i = 0; i < batch.size(); i++) {
            InboundMessage message = batch.get(i);
            try {
                DeviceId id = topics.parse(message.topic()).deviceId();
                Task task = new Task(i, body.of(id, message.payload()));
                devices.computeIfAbsent(id.value(), key -> new ArrayList<>(1)).add(task);
            } catch (PayloadException e) {
                outcomes.reject(i, e.reason(), e.getMessage());
            }
        }
        return devices;
    }

    /** Registers one after the other; stops at the first that has to wait, so that the later ones stay behind it. */
    private CompletionStage<List<Done>> register(List<Task> tasks, int from, String traceparent, List<Done> done) {
        if (from == tasks.size()) {
            return CompletableFuture.completedFuture(done);
        }
        Task task = tasks.get(from);
        return api.register(task.body(), traceparent).thenCompose(answer -> {
            done.add(new Done(task.index(), answer));
            return answer instanceof Later
                    ? CompletableFuture.completedFuture(done)
                    : register(tasks, from + 1, traceparent, done);
        });
    }

    /** One line when registrations begin to wait and one when they go on. */
    private void note(Later later) {
        if (later != null && !waiting) {
            LOG.warnf("Registrations wait for the api-service: %s", later.why());
        } else if (later == null && waiting) {
            LOG.info("The api-service takes registrations again");
        }
        waiting = later != null;
    }
}
