package io.greenstack.edge.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.greenstack.core.message.ClockRule;
import io.greenstack.core.message.EventReader;
import io.greenstack.core.message.EventReader.EventMessages;
import io.greenstack.core.message.InboundMessage;
import io.greenstack.core.message.Timestamp;
import io.greenstack.platform.redis.RedisPipeline;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/**
 * What the times of messages are worth, decided once for all that is taken from the broker.
 * <p>
 * A time that lies ahead of ours is judged by the {@link ClockRule}. A message that the broker had retained is old: the broker
 * sends it again at every connect. Where it gives no time of its own, nobody knows how old, so it makes no point, event or sign
 * of life; the live view takes it where it has nothing else.
 */
@Singleton
public class DeviceTimes {

    /** More than are under way between a broker and a service. */
    private static final int REMEMBERED = 50_000;

    private final ClockRule rule;
    private final FirstArrivals arrivals;
    private final Counter retained;

    @Inject
    DeviceTimes(ClockSettings settings, MeterRegistry metrics, RedisPipeline redis,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this(settings.allowedSkew(), metrics, redis, service);
    }

    /**
     * Remembers in Redis too.
     *
     * @param allowed how far ahead a time of a device may lie
     * @param service whose replicas share what is remembered
     */
    public DeviceTimes(Duration allowed, MeterRegistry metrics, RedisPipeline redis, String service) {
        this(allowed, metrics, new RedisArrivals(redis, service, REMEMBERED));
    }

    /**
     * Remembers nothing beyond this object.
     *
     * @param allowed how far ahead a time of a device may lie
     */
    public DeviceTimes(Duration allowed, MeterRegistry metrics) {
        this(allowed, metrics, FirstArrivals.ArrivalStore.NONE);
    }

    private DeviceTimes(Duration allowed, MeterRegistry metrics, FirstArrivals.ArrivalStore store) {
        this.arrivals = new FirstArrivals(REMEMBERED, store);
        Timer skews = Timer.builder("greenstack.clock.ahead")
                .description("By how much times of devices lay ahead of ours, where the arrival took their place")
                .register(metrics);
        this.rule = new ClockRule(allowed, skews::record);
        this.retained = Counter.builder("greenstack.messages.retained.old")
                .description("Retained messages without a time of their own, which are not new")
                .register(metrics);
    }

    /** For readers of payloads. */
    public ClockRule rule() {
        return rule;
    }

    /**
     * What was read of a message.
     *
     * @param index of the message in its batch
     */
    public record Read<T>(int index, InboundMessage message, T value) {}

    /**
     * Reads a message. When its time lies ahead and the arrival takes its place, that is the first arrival however often the
     * broker delivers it, and to whichever replica.
     *
     * @param reader reads a payload that arrived at a time
     * @param ahead whether what was read has a time that lay ahead
     */
    public <T> T read(InboundMessage message, BiFunction<byte[], Instant, T> reader, Predicate<T> ahead) {
        T read = reader.apply(message.payload(), message.receivedAt());
        Instant first = null;
        if (ahead.test(read)) {
            first = arrivals.of(List.of(message)).get(0);
        } else if (message.duplicate()) {
            first = arrivals.ofOlder(List.of(message)).get(0);
        }
        return first == null || first.equals(message.receivedAt()) ? read : reader.apply(message.payload(), first);
    }

    /**
     * Reads the messages of a batch as {@link #read}, and asks Redis only where a clock is ahead or a message is delivered again,
     * once for all of either.
     *
     * @param reader reads a message that arrived at a time
     * @return what could be read, in the order of the messages
     */
    public <T> List<Read<T>> readAll(IntakeBatch batch, BiFunction<InboundMessage, Instant, T> reader,
            Predicate<T> ahead) {
        List<Read<T>> all = new ArrayList<>(batch.size());
        List<Integer> judged = new ArrayList<>(0);
        List<Integer> again = new ArrayList<>(0);
        batch.each((index, message) -> {
            T value = reader.apply(message, message.receivedAt());
            if (ahead.test(value)) {
                judged.add(all.size());
            } else if (message.duplicate()) {
                again.add(all.size());
            }
            all.add(new Read<>(index, message, value));
        });
        readAgain(batch, all, judged, arrivals::of, reader);
        readAgain(batch, all, again, arrivals::ofOlder, reader);
        all.removeIf(read -> !batch.open(read.index()));
        return all;
    }

    private static <T> void readAgain(IntakeBatch batch, List<Read<T>> all, List<Integer> places,
            Function<List<InboundMessage>, List<Instant>> arrivals, BiFunction<InboundMessage, Instant, T> reader) {
        if (places.isEmpty()) {
            return;
        }
        List<Instant> firsts = arrivals.apply(places.stream().map(at -> all.get(at).message()).toList());
        for (int i = 0; i < firsts.size(); i++) {
            int at = places.get(i);
            Instant first = firsts.get(i);
            if (first != null && !first.equals(all.get(at).message().receivedAt())) {
                batch.attempt(all.get(at).index(), (index, message) -> all.set(at,
                        new Read<>(index, message, reader.apply(message, first))));
            }
        }
    }

    /** Reads events, as {@link #read}; those of unknown age are left out. */
    public EventMessages events(InboundMessage message, EventReader reader) {
        return news(message, read(message, reader::read, EventMessages::ahead));
    }

    /** Events of a message without those of unknown age. */
    public EventMessages news(InboundMessage message, EventMessages all) {
        return message.retained()
                ? new EventMessages(all.events().stream().filter(event -> !ageUnknown(message, event.timestamp()))
                        .toList(), all.leftOut())
                : all;
    }

    /** Whether a message is retained and of unknown age; counts it. */
    public boolean ageUnknown(InboundMessage message, Timestamp timestamp) {
        boolean old = message.retained() && !timestamp.fromDevice();
        if (old) {
            retained.increment();
        }
        return old;
    }
}
