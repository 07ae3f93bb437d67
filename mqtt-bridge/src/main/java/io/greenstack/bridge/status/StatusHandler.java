package io.greenstack.bridge.status;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;

import jakarta.inject.Singleton;

import io.greenstack.bridge.alarm.AlarmGate;
import io.greenstack.core.message.DeviceId;
import io.greenstack.core.message.RejectReason;
import io.greenstack.core.message.StatusMessage;
import io.greenstack.core.message.StatusReader;
import io.greenstack.core.message.Topics;
import io.greenstack.edge.intake.DeviceTimes;
import io.greenstack.edge.intake.IntakeBatch;
import io.greenstack.edge.intake.IntakeHandler;
import io.greenstack.edge.intake.PauseException;
import io.greenstack.platform.redis.DeviceActivity;
import io.greenstack.platform.redis.RedisErrors;
import io.greenstack.platform.redis.RedisPipeline;
import io.smallrye.mutiny.Uni;
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
public class StatusHandler implements IntakeHandler {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Topics topics;
    private final Clock clock;
    private final StatusReader reader;
    private final RedisPipeline redis;
    private final AlarmGate alarms;

    StatusHandler(Topics topics, Clock clock, DeviceTimes times, RedisPipeline redis, AlarmGate alarms) {
        this.alarms = alarms;
        this.topics = topics;
        this.clock = clock;
        this.reader = new StatusReader(times.rule());
        this.redis = redis;
    }

    @Override
    public void handle(IntakeBatch batch) {
        List<Request> writes = new ArrayList<>(batch.size());
        List<Integer> messageOf = new ArrayList<>(batch.size());
        Map<String, Long> devices = new LinkedHashMap<>();
        batch.each((index, message) -> {
            DeviceId id = topics.parse(message.topic()).deviceId();
            if (message.payload().length > 0) {
                StatusMessage status = reader.read(message.payload(), message.receivedAt());
                batch.leftOut(index, status.leftOut());
                Instant now = clock.instant();
                writes.add(StateScript.call(id, status, message, now));
                messageOf.add(index);
                devices.merge(id.value(), StateScript.told(message, now), Math::max);
            } else {
                batch.written(index);
            }
        });
        for (int refused : write(writes, devices)) {
            batch.reject(messageOf.get(refused), RejectReason.STORE_REJECTED,
                    "Redis refused the state: the key has another type");
        }
        messageOf.forEach(batch::written);
        alarms.connectionChanged(devices.keySet());
    }

    /** Writes; returns the indexes of those that Redis will never take. */
    private Set<Integer> write(List<Request> writes, Map<String, Long> devices) {
        try {
            StateScript.SCRIPT.run(redis, writes).onItemOrFailure().call((done, failure) -> failure == null
                    || !RedisErrors.refused(failure).isEmpty()
                            ? DeviceActivity.note(redis, devices)
                            : Uni.createFrom().voidItem())
                    .await().atMost(LIMIT);
            return Set.of();
        } catch (RuntimeException e) {
            Throwable cause = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
            Set<Integer> refused = RedisErrors.refused(cause);
            if (refused.isEmpty() && !RedisErrors.isOutage(cause)) {
                throw e;
            }
            if (refused.isEmpty()) {
                throw new PauseException("connection states wait: " + cause.getMessage());
            }
            return refused;
        }
    }
}
