package io.greenstack.bridge.master;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.greenstack.bridge.master.AdapterException.Kind;
import io.greenstack.core.message.InboundMessage;
import io.greenstack.core.message.TopicFilter;
import io.greenstack.edge.mqtt.IngressSettings;
import io.greenstack.edge.mqtt.MqttWatcher;
import io.greenstack.platform.config.MqttConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;

/**
 * What masters publish by themselves, for their adapters. It has no session, since the next notification is newer than one that was
 * missed.
 */
@Singleton
public class MasterFeed {

    private static final String PREFIX = "masters/";
    private static final long LOOK_MILLIS = 50;
    private static final int LOOKS = 40;

    private final Vertx vertx;
    private final MqttWatcher watcher;
    private final Map<Listener, List<Watched>> listeners = new ConcurrentHashMap<>();

    MasterFeed(Vertx vertx, MqttConfig config) {
        this.vertx = vertx;
        this.watcher = new MqttWatcher(vertx, IngressSettings.connection(config).as("masters"), this::came);
    }

    /** Gets what is published, on an event loop. */
    @FunctionalInterface
    public interface Listener {

        /** A message; it must not block. */
        void came(String topic, byte[] payload);
    }

    /**
     * What somebody listens to.
     *
     * @param begin what all its topics begin with, since most topics are told from it by that alone
     */
    private record Watched(String text, String begin, TopicFilter filter) {

        private static Watched of(String filter) {
            return new Watched(filter, filter.replaceFirst("[+#].*", ""), TopicFilter.of(filter));
        }

        private boolean matches(String topic) {
            return topic.startsWith(begin) && filter.matches(topic);
        }
    }

    void start(@Observes StartupEvent event) {
        watcher.start();
    }

    void stop(@Observes @Priority(260) ShutdownEvent event) {
        watcher.stop();
    }

    /** The topic on which a master is to publish whose topic is free. */
    public static String topic(String masterId) {
        return PREFIX + masterId;
    }

    private void came(InboundMessage message) {
        listeners.forEach((listener, watched) -> {
            if (watched.stream().anyMatch(one -> one.matches(message.topic()))) {
                listener.came(message.topic(), message.payload());
            }
        });
    }

    /** Listens from now on; what the broker has retained comes first, also where somebody else listens already. */
    public void listen(Set<String> filters, Listener listener) {
        listeners.put(listener, filters.stream().map(Watched::of).toList());
        watcher.watch(all(), filters);
    }

    /** Listens no more. */
    public void forget(Listener listener) {
        listeners.remove(listener);
        watcher.watch(all());
    }

    private Set<String> all() {
        return listeners.values().stream().flatMap(List::stream).map(Watched::text)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Waits until the broker has taken all filters, since what is answered before that is missed.
     *
     * @return fails with an {@link AdapterException} when the broker refuses one, or is away
     */
    public Future<Void> ready(Set<String> filters) {
        Promise<Void> done = Promise.promise();
        look(filters, LOOKS, done);
        return done.future();
    }

    private void look(Set<String> filters, int left, Promise<Void> done) {
        if (watcher.taken().containsAll(filters)) {
            done.complete();
            return;
        }
        String refused = filters.stream().filter(watcher.refused()::contains).findFirst().orElse(null);
        if (refused != null) {
            done.fail(new AdapterException(Kind.REFUSED, "topic-refused",
                    "The broker does not let the bridge read " + refused + "; allow it in its access list"));
        } else if (left == 0) {
            done.fail(new AdapterException(Kind.AWAY, "broker-away", "The broker does not answer the bridge"));
        } else {
            vertx.setTimer(LOOK_MILLIS, due -> look(filters, left - 1, done));
        }
    }
}
