package io.greenstack.edge.lane;

import java.time.Clock;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.greenstack.core.message.Topics;
import io.greenstack.edge.intake.TelemetryTopics;
import io.greenstack.edge.ledger.MessageLedger;
import io.greenstack.platform.config.MqttConfig;
import io.micrometer.core.instrument.MeterRegistry;

/** Makes beans of plain classes. */
@Singleton
class EdgeBeans {

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
