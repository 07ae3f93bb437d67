package io.greenstack.bridge.platform;

import java.time.Clock;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.greenstack.core.message.Topics;
import io.greenstack.edge.ledger.MessageLedger;
import io.greenstack.edge.mqtt.TelemetryTopics;
import io.greenstack.platform.config.MqttConfig;
import io.micrometer.core.instrument.MeterRegistry;

/** Makes beans of plain classes of the common module. */
@Singleton
class Producers {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    Topics topics(MqttConfig config) {
        return new Topics(config.topicPrefix());
    }

    @Produces
    @Singleton
    TelemetryTopics telemetryTopics(MqttConfig config) {
        return new TelemetryTopics(config);
    }

    /** One ledger for all lanes: it accounts for the service as a whole. */
    @Produces
    @Singleton
    MessageLedger ledger(MeterRegistry metrics) {
        MessageLedger ledger = new MessageLedger();
        ledger.bindTo(metrics);
        return ledger;
    }
}
