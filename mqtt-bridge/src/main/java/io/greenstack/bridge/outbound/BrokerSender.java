package io.greenstack.bridge.outbound;

import java.time.Duration;
import java.util.concurrent.CompletionStage;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.greenstack.bridge.dialect.Publication;
import io.greenstack.bridge.dialect.Publisher;
import io.greenstack.edge.mqtt.IngressSettings;
import io.greenstack.edge.mqtt.MqttSender;
import io.greenstack.platform.config.MqttConfig;
import io.greenstack.platform.health.DependencyProbe;
import io.greenstack.platform.health.DependencyState;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;

/**
 * The connection over which the bridge publishes; it has no session. It is not required for readiness: what waits to be
 * published stays where it is.
 */
@Singleton
public class BrokerSender implements Publisher, DependencyProbe {

    private static final String NAME = "mqtt-publish";
    private static final Duration DRAIN = Duration.ofSeconds(5);

    private final MqttSender sender;

    BrokerSender(Vertx vertx, MqttConfig config) {
        this.sender = new MqttSender(vertx,
                IngressSettings.connection(config).as("publish"));
    }

    void start(@Observes StartupEvent event) {
        sender.start();
    }

    /** After all that publishes. */
    void stop(@Observes @Priority(300) ShutdownEvent event) {
        sender.stop(DRAIN);
    }

    @Override
    public CompletionStage<Void> publish(Publication publication) {
        return sender.publish(publication.topic(), publication.payload(), publication.qos(), publication.retain(),
                publication.traceparent());
    }

    /** Makes the connection anew; what waits for its acknowledgement fails. */
    void renew() {
        sender.renew();
    }

    /** Whether the broker takes messages now. */
    public boolean connected() {
        return sender.connected();
    }

    @Override
    public DependencyState state() {
        DependencyState state = sender.connected()
                ? DependencyState.up(NAME)
                : DependencyState.down(NAME, sender.lastError() == null ? "not connected yet" : sender.lastError());
        return state.optional();
    }
}
