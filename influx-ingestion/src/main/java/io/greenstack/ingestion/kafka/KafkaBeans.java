package io.greenstack.ingestion.kafka;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

import org.apache.kafka.clients.admin.Admin;

import io.greenstack.edge.sink.Sink;
import io.greenstack.platform.health.CachedProbe;
import io.greenstack.platform.health.DependencyProbe;
import io.greenstack.platform.resilience.BreakerRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.lookup.LookupIfProperty;

/** Kafka where it is switched on. */
@Singleton
public class KafkaBeans {

    private final KafkaSettings settings;
    private final KafkaClients clients;
    private KafkaSink sink;
    private Admin admin;

    KafkaBeans(KafkaSettings settings) {
        this.settings = settings;
        this.clients = new KafkaClients(settings);
    }

    /** The sink, if Kafka is switched on. */
    public synchronized Optional<Sink> sink(BreakerRegistry breakers, MeterRegistry metrics) {
        if (!settings.enabled()) {
            return Optional.empty();
        }
        if (sink == null) {
            sink = new KafkaSink(clients, new KafkaRecords(settings),
                    breakers.breaker(KafkaSink.BREAKER, KafkaSink.AwayException.class::isInstance),
                    new KafkaLedger(metrics));
        }
        return Optional.of(sink);
    }

    /** Kafka: required where it is switched on, since nothing is acknowledged without it. */
    @Produces
    @Named("kafka")
    @ApplicationScoped
    @LookupIfProperty(name = "greenstack.kafka.enabled", stringValue = "true")
    DependencyProbe probe() {
        return new CachedProbe("kafka", true, Duration.ofSeconds(2), () -> {
            admin().describeCluster().clusterId().get(2, TimeUnit.SECONDS);
            return null;
        });
    }

    private synchronized Admin admin() {
        if (admin == null) {
            admin = clients.admin();
        }
        return admin;
    }

    @PreDestroy
    synchronized void close() {
        if (sink != null) {
            sink.close();
        }
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }
}
