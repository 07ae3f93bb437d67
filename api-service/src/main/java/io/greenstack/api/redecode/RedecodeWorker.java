package io.greenstack.api.redecode;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.greenstack.api.device.DeviceService;
import io.greenstack.api.redecode.RedecodeView.State;
import io.greenstack.api.telemetry.RawReading;
import io.greenstack.api.telemetry.TelemetryStore;
import io.greenstack.core.message.DeviceId;
import io.greenstack.core.message.TopicKind;
import io.greenstack.core.message.Topics;
import io.greenstack.platform.background.BackgroundTask;
import io.greenstack.platform.config.MqttConfig;
import io.greenstack.platform.deadletter.DeadLetter;
import io.greenstack.platform.deadletter.ReplayQueue;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Reads raw process data from the store and hands it to ingestion as messages of its devices, one job after the other. Ingestion
 * decodes them by the layouts of now, and equal points replace each other. It takes them by the way of replays, behind the messages
 * of the broker, and no more are on their way than may wait.
 */
@ApplicationScoped
class RedecodeWorker {

    private static final Logger LOG = Logger.getLogger(RedecodeWorker.class);
    private static final String SERVICE = "influx-ingestion";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int PIECE = 200;

    private final TelemetryStore store;
    private final ReplayQueue replays;
    private final DeviceService devices;
    private final RedecodeSettings settings;
    private final Topics topics;
    private final Clock clock;
    private final BlockingQueue<RedecodeJob> jobs;
    private final BackgroundTask task = new BackgroundTask("redecode", this::work, Duration.ofSeconds(2));

    RedecodeWorker(TelemetryStore store, ReplayQueue replays, DeviceService devices, RedecodeSettings settings,
            MqttConfig mqtt, Clock clock) {
        this.store = store;
        this.replays = replays;
        this.devices = devices;
        this.settings = settings;
        this.topics = new Topics(mqtt.topicPrefix());
        this.clock = clock;
        this.jobs = new ArrayBlockingQueue<>(settings.queue());
    }

    void start(@Observes StartupEvent event) {
        LOG.debug("History can be decoded again");
    }

    void stop(@Observes ShutdownEvent event) {
        task.stop();
    }

    /** Takes a job; false when too many wait already. */
    boolean take(RedecodeJob job) {
        if (!jobs.offer(job)) {
            return false;
        }
        task.wake();
        return true;
    }

    private void work() {
        for (RedecodeJob job = jobs.poll(); job != null && !task.stopped(); job = jobs.poll()) {
            int read = 0;
            boolean all = false;
            try {
                for (String device : job.devices()) {
                    Pump pump = new Pump(job, device, read);
                    pump.untilPublished();
                    store.processData(device, job.from(), job.to(), pump::add);
                    pump.flush();
                    read++;
                }
                all = true;
                note(job, State.DECODING, read, null);
                LOG.infof("All raw process data of job %s is on its way to be decoded again", job.id());
            } catch (RuntimeException e) {
                LOG.warnf("Job %s to decode history again ended early: %s", job.id(), e);
                note(job, State.FAILED, read, e.getMessage());
            } finally {
                job.ended().accept(all);
            }
        }
    }

    /** A note that cannot be written now is no reason to stop. */
    private void note(RedecodeJob job, State state, int devicesRead, String detail) {
        try {
            send(job, List.of(), job.notes(state, devicesRead, detail));
        } catch (RuntimeException e) {
            LOG.warnf("Redis does not take the state of job %s: %s", job.id(), e.toString());
        }
    }

    private void send(RedecodeJob job, List<DeadLetter> messages, Map<String, String> notes) {
        replays.add(SERVICE, messages, job.id(), notes).await().atMost(PATIENCE);
    }

    /** Messages of one device on their way. */
    private final class Pump {

        private final RedecodeJob job;
        private final String device;
        private final int devicesRead;
        private final String topic;
        private final List<DeadLetter> piece = new ArrayList<>(PIECE);

        private Pump(RedecodeJob job, String device, int devicesRead) {
            this.job = job;
            this.device = device;
            this.devicesRead = devicesRead;
            this.topic = topics.topic(TopicKind.TELEMETRY, new DeviceId(device));
        }

        /** What was just corrected must not be decoded by what it was before. */
        private void untilPublished() {
            long end = System.nanoTime() + RedecodeView.SILENCE.dividedBy(4).toNanos();
            while (!devices.published(device) && System.nanoTime() < end) {
                pause();
            }
        }

        private void add(RawReading reading) {
            String member = reading.output() ? "processDataOut" : "processDataIn";
            String payload = "{\"" + member + "\":\"" + reading.hex() + "\",\"timestamp\":\"" + reading.timestamp()
                    + "\"}";
            piece.add(new DeadLetter("redecode", "", topic, 1, payload.getBytes(StandardCharsets.UTF_8), device,
                    clock.instant(), null));
            if (piece.size() == PIECE) {
                flush();
            }
        }

        private void flush() {
            while (replays.waiting(SERVICE).await().atMost(PATIENCE) + piece.size() > settings.maxWaiting()) {
                note(job, State.READING, devicesRead, null);
                pause();
            }
            send(job, piece, job.notes(State.READING, devicesRead, null));
            piece.clear();
        }

        private void pause() {
            if (task.stopped()) {
                throw new CancellationException("The service stops; begin it again.");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
