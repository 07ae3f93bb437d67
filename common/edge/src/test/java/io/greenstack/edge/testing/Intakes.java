package io.greenstack.edge.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import io.greenstack.core.message.InboundMessage;
import io.greenstack.core.message.Topics;
import io.greenstack.edge.intake.Intake;
import io.greenstack.edge.intake.TelemetryTopics;
import io.greenstack.edge.intake.UnusedParts;
import io.greenstack.platform.config.MqttConfig;
import io.greenstack.platform.deadletter.DeadLetter;
import io.greenstack.platform.tracing.BatchTracing;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;

/** An intake whose dead letters are kept in memory. */
public final class Intakes {

    private final List<DeadLetter> letters = new CopyOnWriteArrayList<>();
    private volatile boolean away;

    /** The intake. */
    public Intake intake() {
        return new Intake(this::store, new BatchTracing(OpenTelemetry.noop().getTracer("test")),
                new Topics("devices"), new TelemetryTopics(config()), new UnusedParts(new SimpleMeterRegistry()));
    }

    private Uni<Void> store(List<DeadLetter> more) {
        if (away) {
            return Uni.createFrom().failure(new IllegalStateException("Redis is away"));
        }
        letters.addAll(more);
        return Uni.createFrom().voidItem();
    }

    /** Whether dead letters cannot be stored now. */
    public void away(boolean now) {
        away = now;
    }

    /** The dead letters so far. */
    public List<DeadLetter> letters() {
        return letters;
    }

    /** The defaults as they ship. */
    public static MqttConfig config() {
        return config(Map.of());
    }

    /** The defaults as they ship, with variables in place of the environment's. */
    public static MqttConfig config(Map<String, String> variables) {
        try {
            return new SmallRyeConfigBuilder().addDefaultInterceptors().addDiscoveredConverters()
                    .withMapping(MqttConfig.class).withMappingIgnore("quarkus.**").withMappingIgnore("greenstack.**")
                    .withSources(new PropertiesConfigSource(
                            Intakes.class.getResource("/META-INF/microprofile-config.properties")))
                    .withSources(new PropertiesConfigSource(variables, "variables", 300))
                    .withDefaultValue("quarkus.application.name", "a-service").build()
                    .getConfigMapping(MqttConfig.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Telemetry of a device. */
    public static InboundMessage message(String device, String payload) {
        return new InboundMessage("devices/" + device + "/telemetry", payload.getBytes(StandardCharsets.UTF_8), 1,
                false,
                false, Instant.now());
    }

    /** The payload as text. */
    public static String text(InboundMessage message) {
        return new String(message.payload(), StandardCharsets.UTF_8);
    }
}
