package io.greenstack.edge.deadletter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jboss.logging.Logger;

import io.greenstack.edge.deadletter.ReplayStream.Replay;
import io.greenstack.edge.ledger.MessageLedger;
import io.greenstack.edge.mqtt.Outcome;
import io.greenstack.platform.deadletter.DeadLetterSettings;
import io.greenstack.platform.deadletter.StoredDeadLetter;
import io.greenstack.platform.redis.RedisPipeline;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Has the dead letters handled again that operators sent back to this service, on a thread of its own. A message keeps the
 * time of its first arrival and leaves the stream only after its outcome; when it fails again, it becomes a new dead letter
 * that names the old one.
 * <p>
 * The ledger counts each try as received once more: {@code received = written + dead_lettered + in_flight + requeued} holds
 * with replays, and {@code greenstack_dead_letters_replayed_total} says how many of them were replays. A try that has to wait
 * for a dependency is {@code requeued}.
 */
public final class DeadLetterReplayer {

    private static final Logger LOG = Logger.getLogger(DeadLetterReplayer.class);
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String METRIC = "greenstack.dead.letters.replayed";

    private final ReplayStream stream;
    private final ReplayHandler handler;
    private final MessageLedger ledger;
    private final MeterRegistry metrics;
    private final DeadLetterSettings.Replay settings;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private Thread thread;

    /**
     * @param redis where the replays wait
     * @param settings batches and pauses
     * @param service whose replays these are
     * @param replica name of this replica, different from those of the others
     * @param handler handles a batch
     * @param ledger counts
     * @param metrics takes {@code greenstack_dead_letters_replayed_total}
     */
    public DeadLetterReplayer(RedisPipeline redis, DeadLetterSettings settings, String service, String replica,
            ReplayHandler handler, MessageLedger ledger, MeterRegistry metrics) {
        this.settings = settings.replay();
        this.stream = new ReplayStream(redis, service, replica, this.settings.retryAfter());
        this.handler = handler;
        this.ledger = ledger;
        this.metrics = metrics;
        for (Outcome outcome : Outcome.values()) {
            metrics.counter(METRIC, "outcome", label(outcome));
        }
    }

    /** Begins to look for replays. */
    public synchronized void start() {
        thread = new Thread(this::work, "greenstack-replay");
        thread.setDaemon(true);
        thread.start();
    }

    /** Finishes the present batch; what was not begun stays in the stream. */
    public synchronized void stop(Duration deadline) throws InterruptedException {
        stopped.countDown();
        if (thread != null) {
            thread.join(Math.max(1, deadline.toMillis()));
        }
    }

    private void work() {
        try {
            boolean more = false;
            while (more ? stopped.getCount() > 0 : !stopped.await(settings.every().toMillis(), TimeUnit.MILLISECONDS)) {
                more = round();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Handles one batch; whether there may be more to do at once. */
    private boolean round() throws InterruptedException {
        try {
            List<Replay> replays = stream.take(settings.batch()).await().atMost(LIMIT);
            if (replays.isEmpty()) {
                return false;
            }
            List<Outcome> outcomes = handle(replays);
            stream.finish(replays, outcomes).await().atMost(LIMIT);
            return !outcomes.contains(Outcome.RETRY);
        } catch (RuntimeException e) {
            LOG.debugf("Replays wait: %s", e.toString());
            return false;
        }
    }

    private List<Outcome> handle(List<Replay> replays) throws InterruptedException {
        List<StoredDeadLetter> letters = new ArrayList<>(replays.size());
        replays.forEach(replay -> {
            letters.add(replay.letter());
            ledger.accept();
        });
        List<Outcome> outcomes = Collections.nCopies(replays.size(), Outcome.RETRY);
        try {
            outcomes = handler.handle(letters);
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            LOG.warnf("%d replayed dead letters have to wait: %s", replays.size(), e.toString());
        } finally {
            count(outcomes);
        }
        return outcomes;
    }

    private void count(List<Outcome> outcomes) {
        int written = Collections.frequency(outcomes, Outcome.WRITTEN);
        int deadLettered = Collections.frequency(outcomes, Outcome.DEAD_LETTERED);
        int waiting = outcomes.size() - written - deadLettered;
        ledger.settle(written, deadLettered);
        ledger.requeue(waiting);
        metrics.counter(METRIC, "outcome", label(Outcome.WRITTEN)).increment(written);
        metrics.counter(METRIC, "outcome", label(Outcome.DEAD_LETTERED)).increment(deadLettered);
        metrics.counter(METRIC, "outcome", label(Outcome.RETRY)).increment(waiting);
    }

    private static String label(Outcome outcome) {
        return switch (outcome) {
            case WRITTEN -> "written";
            case DEAD_LETTERED -> "dead_lettered";
            case RETRY -> "requeued";
        };
    }
}
