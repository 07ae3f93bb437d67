package io.greenstack.bridge.status;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.greenstack.bridge.outcome.Rejections;
import io.greenstack.core.message.DeviceId;
import io.greenstack.core.message.InboundMessage;
import io.greenstack.core.message.PayloadException;
import io.greenstack.core.message.RejectReason;
import io.greenstack.core.message.StatusMessage;
import io.greenstack.core.message.StatusReader;
import io.greenstack.core.message.Topics;
import io.greenstack.edge.mqtt.BatchHandler;
import io.greenstack.edge.mqtt.Outcome;
import io.greenstack.edge.mqtt.PauseException;
import io.greenstack.platform.redis.RedisErrors;
import io.greenstack.platform.redis.RedisPipeline;
import io.greenstack.platform.tracing.BatchSpan;
import io.greenstack.platform.tracing.BatchTracing;
import io.vertx.redis.client.Request;

/**
 * Writes the connection state of devices to Redis, all of a batch in one round trip and in order of arrival; one that is
 * older than what is known, such as the last will of an earlier session, changes nothing. While Redis is away the messages
 * stay with the broker.
 * <p>
 * A retained message tells the state, not that the device is heard of now; it leaves the time of the last message as it
 * is. The empty payload with which a retained status is cleared says nothing and changes nothing. A replayed dead letter is
 * as old as its first arrival, and is ignored when a state came after it.
 */
@Singleton
public class StatusHandler implements BatchHandler {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Topics topics;
    private final Clock clock;
    private final StatusReader reader;
    private final RedisPipeline redis;
    private final Rejections rejections;
    private final BatchTracing tracing;

    @Inject
    StatusHandler(Topics topics, Clock clock, RedisPipeline redis, Rejections rejections, BatchTracing tracing) {
        this.topics = topics;
        this.clock = clock;
        this.reader = new StatusReader(clock);
        this.redis = redis;
        this.rejections = rejections;
        this.tracing = tracing;
    }

    @Override
    public List<Outcome> handle(List<InboundMessage> batch) {
        try (BatchSpan span = tracing.start("status process", batch.size())) {
            return handle(batch, span.traceparent());
        }
    }

    private List<Outcome> handle(List<InboundMessage> batch, String traceparent) {
        Rejections.Batch outcomes = rejections.begin(batch, traceparent);
        List<Request> writes = new ArrayList<>(batch.size());
        List<Integer> messageOf = new ArrayList<>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            InboundMessage message = batch.get(i);
            try {
                DeviceId id = topics.parse(message.topic()).deviceId();
                if (message.payload().length > 0) {
                    StatusMessage status = reader.read(message.payload(), message.receivedAt());
                    writes.add(StateScript.call(id, status, message, clock.instant()));
                    messageOf.add(i);
                }
                outcomes.written(i);
            } catch (PayloadException e) {
                outcomes.reject(i, e.reason(), e.getMessage());
            }
        }
        for (int refused : write(writes)) {
            int index = messageOf.get(refused);
            outcomes.reject(index, RejectReason.STORE_REJECTED, "Redis refused the state: the key has another type");
        }
        return outcomes.finish();
    }

    /** Writes; returns the indexes of those that Redis will never take. */
    private Set<Integer> write(List<Request> writes) {
        try {
            redis.batch(writes).onFailure(RedisErrors::isScriptMissing)
                    .recoverWithUni(() -> redis.send(StateScript.load()).chain(() -> redis.batch(writes)))
                    .await().atMost(LIMIT);
            return Set.of();
        } catch (RuntimeException e) {
            Throwable cause = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
            Set<Integer> refused = RedisErrors.refused(cause);
            if (refused.isEmpty()) {
                throw new PauseException("connection states wait: " + cause.getMessage());
            }
            return refused;
        }
    }
}
