package io.greenstack.api.simulation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import com.github.benmanes.caffeine.cache.Cache;

import io.greenstack.api.description.DescriptionService;
import io.greenstack.api.description.OpenDescriptions;
import io.greenstack.api.platform.MemoryCaches;
import io.greenstack.core.message.Topics;
import io.greenstack.core.simulation.SignalModel;
import io.greenstack.platform.background.BackgroundTask;
import io.greenstack.platform.config.MqttConfig;
import io.greenstack.platform.outbound.OutboundMessage;
import io.greenstack.platform.outbound.OutboundQueue;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Lets simulated devices speak when they are due. Each replica takes those that no other has; a reading that cannot be published is
 * lost, as it would be with a device that is not connected.
 */
@ApplicationScoped
class SimulationRunner {

    private static final Logger LOG = Logger.getLogger(SimulationRunner.class);
    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final Duration RETRY = Duration.ofSeconds(5);
    /** Between two looks while nothing is simulated: a suite at rest should not ask the database ten times a second. */
    private static final Duration REST = Duration.ofSeconds(15);

    /** After so long without a word it is asked whether there is anybody who might say one. */
    private static final Duration SILENT = Duration.ofSeconds(1);

    private final SimulationSettings settings;
    private final SimulationRepository simulations;
    private final DescriptionService descriptions;
    private final OpenDescriptions open;
    private final OutboundQueue queue;
    private final SimulatedMessages messages;
    private final Clock clock;
    private final Cache<String, SignalModel> models = MemoryCaches.forgettingAfterUse(200, Duration.ofMinutes(10));
    private final BackgroundTask task = new BackgroundTask("simulations", this::run, RETRY);
    private boolean resting;
    /** When something was said last, or it was seen that there is something to say later. */
    private long lastSaid = System.nanoTime() - SILENT.toNanos();

    SimulationRunner(SimulationSettings settings, SimulationRepository simulations, DescriptionService descriptions,
            OpenDescriptions open, OutboundQueue queue, MqttConfig mqtt, Clock clock) {
        this.settings = settings;
        this.simulations = simulations;
        this.descriptions = descriptions;
        this.open = open;
        this.queue = queue;
        this.messages = new SimulatedMessages(new Topics(mqtt.topicPrefix()));
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        if (settings.enabled()) {
            task.start(settings.look(), REST, () -> !resting);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        task.stop();
    }

    /** Says that there is a new one; returns at once. */
    void wake() {
        task.wake();
    }

    private void run() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<OutboundMessage> said = new ArrayList<>();
        for (StoredSimulation one : QuarkusTransaction.requiringNew().call(() -> simulations.take(now))) {
            try {
                said.addAll(say(one, now));
            } catch (RuntimeException e) {
                LOG.warnf("The simulated device %s says nothing: %s", one.deviceId(), e.getMessage());
            }
        }
        if (!said.isEmpty()) {
            queue.append(said).await().atMost(LIMIT);
            resting = false;
            lastSaid = System.nanoTime();
        } else if (resting || System.nanoTime() - lastSaid > SILENT.toNanos()) {
            lastSaid = System.nanoTime();
            resting = QuarkusTransaction.requiringNew().call(simulations::count) == 0;
        }
    }

    private List<OutboundMessage> say(StoredSimulation one, Instant now) {
        double seconds = one.seconds(now);
        SignalModel model = models.get(one.descriptionId() + "/" + one.parameters(),
                key -> new SignalModel(descriptions.layout(one.descriptionId()), one.parameters()));
        List<OutboundMessage> said = new ArrayList<>(2);
        said.add(messages.reading(one, model.octets(seconds + one.phase(), one.instead(now)), now));
        if (one.events()) {
            SimulatedEvents.Step step = SimulatedEvents.between(seconds - one.intervalMs() / 1_000.0, seconds,
                    open.of(descriptions.summary(one.descriptionId(), null)).events());
            if (step != null) {
                said.add(messages.event(one, step.code(), step.mode(), step.type(), now));
            }
        }
        return said;
    }
}
