package io.greenstack.ingestion.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Kafka for a test of the whole service; the test finds it in {@link #broker}. */
public class KafkaResource implements QuarkusTestResourceLifecycleManager {

    private KafkaBroker broker;

    @Override
    public Map<String, String> start() {
        try {
            Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "kafka");
            broker = new KafkaBroker(folder);
            broker.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return Map.of("greenstack.kafka.enabled", "true", "greenstack.kafka.bootstrap-servers",
                broker.bootstrapServers(), "greenstack.kafka.delivery-timeout", "5s",
                "greenstack.kafka.request-timeout", "2s", "greenstack.breaker.kafka.open-for", "500ms",
                "greenstack.mqtt.client-id", "kafka-test");
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(broker, new TestInjector.MatchesType(KafkaBroker.class));
    }

    @Override
    public void stop() {
        try {
            if (broker != null) {
                broker.close();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
