package io.greenstack.bridge.master;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.greenstack.edge.mqtt.IngressSettings;
import io.greenstack.edge.mqtt.MqttWatcher;
import io.greenstack.platform.config.MqttConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;

/**
 * What masters publish by themselves, for their adapters: of each its own topic. It has no session, since the next notification is
 * newer than one that was missed.
 */
@Singleton
public class MasterFeed {

    private static final String PREFIX = "masters/";

    private final MqttWatcher watcher;
    private final Map<String, Consumer<byte[]>> listeners = new ConcurrentHashMap<>();

    MasterFeed(Vertx vertx, MqttConfig config) {
        this.watcher = new MqttWatcher(vertx, IngressSettings.connection(config).as("masters"), message -> {
            Consumer<byte[]> listener = listeners.get(message.topic());
            if (listener != null) {
                listener.accept(message.payload());
            }
        });
    }

    void start(@Observes StartupEvent event) {
        watcher.start();
    }

    void stop(@Observes @Priority(260) ShutdownEvent event) {
        watcher.stop();
    }

    /** The topic on which a master is to publish. */
    public static String topic(String masterId) {
        return PREFIX + masterId;
    }

    /**
     * Listens to a master from now on.
     *
     * @param listener gets the payloads on an event loop
     */
    public void listen(String masterId, Consumer<byte[]> listener) {
        listeners.put(topic(masterId), listener);
        watch();
    }

    /** Listens no more, unless somebody else has begun to meanwhile. */
    public void forget(String masterId, Consumer<byte[]> listener) {
        listeners.remove(topic(masterId), listener);
        watch();
    }

    private void watch() {
        watcher.watch(listeners.keySet().stream().collect(Collectors.toUnmodifiableSet()));
    }
}
