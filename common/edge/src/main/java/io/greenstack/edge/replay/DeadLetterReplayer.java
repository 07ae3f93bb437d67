package io.greenstack.edge.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import io.greenstack.edge.intake.Outcome;
import io.greenstack.edge.ledger.MessageLedger;
import io.greenstack.edge.replay.ReplayStream.Replay;
import io.greenstack.platform.background.BackgroundTask;
import io.greenstack.platform.config.MqttConfig;
import io.greenstack.platform.deadletter.DeadLetterSettings;
import io.greenstack.platform.deadletter.StoredDeadLetter;
import io.greenstack.platform.redis.RedisKeys;
import io.greenstack.platform.redis.RedisPipeline;
import io.greenstack.platform.redis.RedisWakes;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Has the dead letters handled again that operators sent back to this service. A message keeps the time of its first arrival
 * and leaves the stream only after its outcome; when it fails again, it becomes a new dead letter that names the old one.
 * <p>
 * The ledger counts each try as received once more: {@code received = written + dead_lettered + in_flight + requeued} holds
 * with replays, and {@code greenstack_dead_letters_replayed_total} says how many of them were replays. A try that has to wait
 * for a dependency is {@code requeued}.
 */
@Singleton
class DeadLetterReplayer {

    private static final Logger LOG = Logger.getLogger(DeadLetterReplayer.class);
    private static final Duration LIMIT = Duration.ofSeconds(30);
    /** While nothing is replayed; whoever wants a replay says so. */
    private static final Duration REST = Duration.ofSeconds(10);
    private static final String METRIC = "greenstack.dead.letters.replayed";

    private final ReplayStream stream;
    private final ReplayRoutes routes;
    private final MessageLedger ledger;
    private final MeterRegistry metrics;
    private final DeadLetterSettings.Replay settings;
    private final Duration drainTimeout;
    private final BackgroundTask task;
    private final RedisWakes wakes;
    private final String service;
    private boolean waiting;

    DeadLetterReplayer(RedisPipeline redis, DeadLetterSettings settings, MqttConfig mqtt, ReplayRoutes routes,
            MessageLedger ledger, MeterRegistry metrics, RedisWakes wakes,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.settings = settings.replay();
        this.stream = new ReplayStream(redis, service, mqtt.clientId(), this.settings.retryAfter());
        this.routes = routes;
        this.ledger = ledger;
        this.metrics = metrics;
        this.wakes = wakes;
        this.service = service;
        this.drainTimeout = mqtt.ingress().drainTimeout();
        this.task = new BackgroundTask("dead-letter-replay", this::work, this.settings.every());
        for (Outcome outcome : Outcome.values()) {
            counter(outcome);
        }
    }

    void start(@Observes StartupEvent event) {
        task.start(settings.every(), REST, () -> waiting);
        wakes.on(RedisKeys.deadLetterReplay(service), task::wake);
    }

    /** Finishes the present batch; what was not begun stays in the stream. */
    void stop(@Observes @Priority(100) ShutdownEvent event) {
        task.stop(drainTimeout);
    }

    private void work() throws InterruptedException {
        boolean more = true;
        while (more && !task.stopped()) {
            List<Replay> replays = stream.take(settings.batch()).await().atMost(LIMIT);
            List<Outcome> outcomes = replays.isEmpty() ? List.of() : account(replays);
            if (!replays.isEmpty()) {
                stream.finish(replays, outcomes).await().atMost(LIMIT);
            }
            more = !replays.isEmpty() && !outcomes.contains(Outcome.RETRY);
        }
        waiting = stream.any().await().atMost(LIMIT);
    }

    private List<Outcome> account(List<Replay> replays) throws InterruptedException {
        replays.forEach(replay -> ledger.accept());
        List<Outcome> outcomes = Collections.nCopies(replays.size(), Outcome.RETRY);
        try {
            outcomes = handle(replays.stream().map(Replay::letter).toList());
        } finally {
            count(outcomes);
        }
        return outcomes;
    }

    /** A handler that has to wait keeps its own messages back, not those of the others. */
    private List<Outcome> handle(List<StoredDeadLetter> letters) throws InterruptedException {
        Map<ReplayHandler, List<Integer>> shares = new LinkedHashMap<>();
        for (int i = 0; i < letters.size(); i++) {
            shares.computeIfAbsent(routes.handler(letters.get(i).letter()), key -> new ArrayList<>()).add(i);
        }
        Outcome[] outcomes = new Outcome[letters.size()];
        Arrays.fill(outcomes, Outcome.RETRY);
        for (Map.Entry<ReplayHandler, List<Integer>> share : shares.entrySet()) {
            try {
                List<Outcome> part = share.getKey().handle(share.getValue().stream().map(letters::get).toList());
                for (int i = 0; i < part.size(); i++) {
                    outcomes[share.getValue().get(i)] = part.get(i);
                }
            } catch (InterruptedException e) {
                throw e;
            } catch (Exception e) {
                LOG.infof("%d replayed dead letters have to wait: %s", share.getValue().size(), e.getMessage());
            }
        }
        return Arrays.asList(outcomes);
    }

    private void count(List<Outcome> outcomes) {
        int written = Collections.frequency(outcomes, Outcome.WRITTEN);
        int deadLettered = Collections.frequency(outcomes, Outcome.DEAD_LETTERED);
        int waiting = outcomes.size() - written - deadLettered;
        ledger.settle(written, deadLettered);
        ledger.requeue(waiting);
        counter(Outcome.WRITTEN).increment(written);
        counter(Outcome.DEAD_LETTERED).increment(deadLettered);
        counter(Outcome.RETRY).increment(waiting);
    }

    private Counter counter(Outcome outcome) {
        return Counter.builder(METRIC).tag("outcome", label(outcome))
                .description("Replayed dead letters by what became of them").register(metrics);
    }

    private static String label(Outcome outcome) {
        return outcome == Outcome.RETRY ? "requeued" : outcome.name().toLowerCase(Locale.ROOT);
    }
}
