package io.greenstack.bridge.namespace;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.greenstack.bridge.dialect.Publication;
import io.greenstack.bridge.dialect.Publisher;
import io.greenstack.bridge.namespace.NamespaceQueue.Outgoing;
import io.greenstack.core.collection.BoundedMap;
import io.greenstack.edge.mqtt.MessageRefusedException;
import io.greenstack.platform.background.BackgroundTask;
import io.greenstack.platform.config.MqttConfig;
import io.greenstack.platform.redis.RedisPipeline;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Publishes decoded values under topics of the plant, with QoS 1. It is a live view: telemetry never waits for it, and while the broker
 * takes nothing the newest values wait, bounded. What it publishes is never taken for a message of a device.
 */
@Singleton
public class NamespaceOutput {

    static final Logger LOG = Logger.getLogger(NamespaceOutput.class);

    private static final int QOS = 1;
    private static final int AT_ONCE = 500;
    private static final int MOST_TOPICS = 200_000;
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration LOOK = Duration.ofSeconds(5);

    private final NamespaceSettings settings;
    private final NamespaceTemplate template;
    private final DevicePlaces places;
    private final NamespaceQueue queue;
    private final Publisher publisher;
    private final LongAdder published = new LongAdder();
    private final BackgroundTask task = new BackgroundTask("namespace", this::send, RETRY);
    private final Map<String, Long> before = BoundedMap.ofUsed(MOST_TOPICS);

    NamespaceOutput(NamespaceSettings settings, MqttConfig mqtt, RedisPipeline redis, Publisher publisher,
            MeterRegistry metrics) {
        this.settings = settings;
        this.template = settings.template().map(String::strip).filter(text -> !text.isEmpty())
                .map(text -> new NamespaceTemplate(text, settings.missing(), mqtt.topicPrefix())).orElse(null);
        this.places = new DevicePlaces(redis, settings.placesFor());
        this.queue = new NamespaceQueue(settings.onChange(), settings.maxWaiting());
        this.publisher = publisher;
        FunctionCounter.builder("greenstack.namespace.published", published, LongAdder::sum)
                .description("Messages with decoded values that the broker has").register(metrics);
        FunctionCounter.builder("greenstack.namespace.dropped", queue, NamespaceQueue::dropped)
                .description("Messages with decoded values for which there was no room").register(metrics);
        Gauge.builder("greenstack.namespace.waiting", queue, NamespaceQueue::size)
                .description("Messages with decoded values that wait for the broker").register(metrics);
    }

    void start(@Observes StartupEvent event) {
        if (on()) {
            task.start(LOOK);
        }
    }

    void stop(@Observes @Priority(200) ShutdownEvent event) {
        task.stop();
    }

    /** Whether values go out at all. */
    public boolean on() {
        return template != null;
    }

    /** Whether a topic is one of these. */
    boolean concerns(String topic) {
        return on() && template.concerns(topic);
    }

    /** Takes readings; never blocks for the broker. */
    public synchronized void offer(List<NamespaceReading> readings) {
        if (!on() || readings.isEmpty()) {
            return;
        }
        Collection<String> devices = readings.stream().map(NamespaceReading::deviceId).collect(Collectors.toSet());
        Map<String, DevicePlace> known = places.of(devices);
        for (NamespaceReading reading : readings) {
            DevicePlace place = known.get(reading.deviceId());
            if (template.ofParameter()) {
                for (NamespaceValue value : reading.values()) {
                    offer(template.topic(reading.deviceId(), value.parameter(), place), content(List.of(value)),
                            () -> NamespacePayload.of(value, reading.time()));
                }
            } else {
                offer(template.topic(reading.deviceId(), null, place), content(reading.values()),
                        () -> NamespacePayload.of(reading));
            }
        }
        task.wake();
    }

    private void offer(String topic, long content, Supplier<byte[]> payload) {
        Long last = settings.onChange() ? before.put(topic, content) : null;
        if (last == null || last != content) {
            queue.add(new Outgoing(topic, payload.get()));
        }
    }

    /** What makes values other ones, as a hash of 64 bits (FNV-1a); their time does not. */
    private static long content(List<NamespaceValue> values) {
        long hash = 0xcbf29ce484222325L;
        for (NamespaceValue value : values) {
            Object content = value.value() instanceof byte[] octets ? Arrays.toString(octets) : value.value();
            String text = value.parameter() + '\0' + content + '\0' + value.unit() + '\0' + value.label() + '\0'
                    + value.status();
            for (int i = 0; i < text.length(); i++) {
                hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
            }
        }
        return hash;
    }

    private void send() throws InterruptedException {
        List<Outgoing> batch = queue.take(AT_ONCE);
        while (!batch.isEmpty()) {
            List<CompletableFuture<Void>> futures = new ArrayList<>(batch.size());
            for (Outgoing message : batch) {
                futures.add(publisher.publish(new Publication(message.topic(), message.payload(), QOS,
                        settings.retain())).toCompletableFuture());
            }
            List<Outgoing> left = settle(batch, futures);
            if (!left.isEmpty()) {
                queue.putBack(left);
                throw new IllegalStateException(left.size() + " messages with decoded values wait for the broker");
            }
            batch = queue.take(AT_ONCE);
        }
    }

    private List<Outgoing> settle(List<Outgoing> batch, List<CompletableFuture<Void>> futures)
            throws InterruptedException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        List<Outgoing> left = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            try {
                futures.get(i).get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
                published.increment();
            } catch (ExecutionException | CompletionException e) {
                if (e.getCause() instanceof MessageRefusedException refused) {
                    LOG.warnf("The broker does not take values on %s: %s", batch.get(i).topic(),
                            refused.getMessage());
                } else {
                    left.add(batch.get(i));
                }
            } catch (TimeoutException e) {
                left.add(batch.get(i));
            }
        }
        return left;
    }
}
