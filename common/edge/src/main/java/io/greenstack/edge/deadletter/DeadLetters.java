package io.greenstack.edge.deadletter;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import io.greenstack.platform.deadletter.DeadLetter;
import io.greenstack.platform.deadletter.DeadLetterCodec;
import io.greenstack.platform.deadletter.DeadLetterSettings;
import io.greenstack.platform.redis.RedisKeys;
import io.greenstack.platform.redis.RedisPipeline;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/**
 * Writing side of the dead letters of this service.
 * <p>
 * A message is acknowledged only after {@link #write} succeeded. When it fails, Redis is away: the message stays
 * unacknowledged and is offered again later. A letter can be stored twice when the answer to the first try got lost.
 */
@Singleton
public class DeadLetters {

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private final RedisPipeline redis;
    private final Vertx vertx;
    private final DeadLetterSettings settings;
    private final MeterRegistry metrics;
    private final LateRegistrations late;
    private final String service;
    private final AtomicLong stored = new AtomicLong();
    private volatile Instant oldest;
    private volatile long timer = -1;

    public DeadLetters(RedisPipeline redis, Vertx vertx, DeadLetterSettings settings, MeterRegistry metrics,
            LateRegistrations late, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.redis = redis;
        this.vertx = vertx;
        this.settings = settings;
        this.metrics = metrics;
        this.late = late;
        this.service = service;
        Gauge.builder("greenstack.dead.letters.stored", this, letters -> letters.stored.get())
                .description("Dead letters of this service in Redis")
                .register(metrics);
        Gauge.builder("greenstack.dead.letters.oldest.age", this, DeadLetters::oldestAgeSeconds)
                .baseUnit("seconds")
                .description("Age of the oldest stored dead letter of this service, 0 if there is none")
                .register(metrics);
    }

    @PostConstruct
    void start() {
        timer = vertx.setPeriodic(0, settings.refreshEvery().toMillis(), tick -> refresh());
    }

    @PreDestroy
    void stop() {
        vertx.cancelTimer(timer);
    }

    /**
     * Stores dead letters in one round trip and counts them by reason.
     *
     * @return fails when Redis is away; then none may be acknowledged
     */
    public Uni<Void> write(List<DeadLetter> letters) {
        if (letters.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Request> requests = letters.stream()
                .map(letter -> DeadLetterCodec.add(service, letter, settings.maxLength(), settings.maxPayload()))
                .toList();
        return redis.batch(requests).invoke(ids -> stored(letters, ids)).replaceWithVoid();
    }

    /** Name of the stream, for logs and messages to people. */
    public String stream() {
        return RedisKeys.deadLetters(service);
    }

    private void stored(List<DeadLetter> letters, List<Response> ids) {
        count(letters);
        for (int i = 0; i < letters.size(); i++) {
            if (letters.get(i).payload().length <= settings.maxPayload()) {
                late.stored(ids.get(i).toString(), letters.get(i).reason(), letters.get(i).deviceId());
            }
        }
    }

    private void count(Collection<DeadLetter> letters) {
        Map<String, List<DeadLetter>> byReason = letters.stream().collect(Collectors.groupingBy(DeadLetter::reason));
        byReason.forEach((reason, same) -> {
            Counter.builder("greenstack.dead.letters").tag("reason", reason)
                    .description("Messages that were set aside, by reason").register(metrics).increment(same.size());
            DeadLetter first = same.get(0);
            LOG.warnf("%d dead letter(s), reason %s; the first on %s: %s [%s]", same.size(), reason, first.topic(),
                    first.detail(), first.traceparent());
        });
        stored.addAndGet(letters.size());
        if (oldest == null) {
            oldest = Instant.now();
        }
    }

    private double oldestAgeSeconds() {
        Instant first = oldest;
        return first == null ? 0 : Math.max(0, Duration.between(first, Instant.now()).toMillis() / 1000.0);
    }

    /** Reads length and oldest entry; keeps the last figures while Redis is away. */
    private void refresh() {
        redis.batch(List.of(
                Request.cmd(Command.XLEN).arg(stream()),
                Request.cmd(Command.XRANGE).arg(stream()).arg("-").arg("+").arg("COUNT").arg(1)))
                .subscribe()
                .with(this::take, failure -> LOG.debugf("Figures of %s not read: %s", stream(), failure.getMessage()));
    }

    private void take(List<Response> answers) {
        stored.set(answers.get(0).toLong());
        Response first = answers.get(1);
        oldest = first == null || first.size() == 0 ? null : DeadLetterCodec.storedAt(first.get(0).get(0).toString());
    }
}
