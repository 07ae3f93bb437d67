package io.greenstack.bridge.platform;

import java.time.Duration;
import java.util.Locale;

import io.greenstack.core.message.TopicKind;
import io.greenstack.edge.mqtt.IngressLimits;

/**
 * The ways by which messages reach the bridge. Each has its own MQTT session, so that one that waits for its dependency
 * never stops another: telemetry and status need Redis, registrations and reports need the api-service.
 */
public enum Lane {

    /** Telemetry; takes the configured limits. */
    TELEMETRY(TopicKind.TELEMETRY) {
        @Override
        IngressLimits limits(IngressLimits configured) {
            return configured;
        }
    },

    /** Connection states: low rate, order per device matters. */
    STATUS(TopicKind.STATUS) {
        @Override
        IngressLimits limits(IngressLimits configured) {
            return serial(configured, 200);
        }
    },

    /** Registrations: a batch is as many requests to the api-service at the same time. */
    CONTROL(TopicKind.REGISTER) {
        @Override
        IngressLimits limits(IngressLimits configured) {
            return serial(configured, 16);
        }
    },

    /** What devices report of their configuration: a batch is one request to the api-service and one transaction there. */
    CONFIG(TopicKind.CONFIG_REPORTED) {
        @Override
        IngressLimits limits(IngressLimits configured) {
            return serial(configured, 500);
        }
    },

    /** Device events: a batch is one request to the api-service and one transaction there. */
    EVENTS(TopicKind.EVENTS) {
        @Override
        IngressLimits limits(IngressLimits configured) {
            return serial(configured, 500);
        }
    },

    /** Answers to commands: a batch is one request to the api-service. */
    RESPONSES(TopicKind.COMMANDS_RESPONSE) {
        @Override
        IngressLimits limits(IngressLimits configured) {
            return serial(configured, 200);
        }
    },

    /** What others publish in their own words; it needs the broker alone. Open only where a dialect is switched on. */
    DIALECT(null) {
        @Override
        IngressLimits limits(IngressLimits configured) {
            return serial(configured, 200);
        }
    };

    private static final int QUEUE = 2_000;

    private final TopicKind kind;

    Lane(TopicKind kind) {
        this.kind = kind;
    }

    /** The kind of topics it subscribes to; null for topics of others. */
    TopicKind kind() {
        return kind;
    }

    /** As in client ids, metric tags and health data. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its bounds and batches. */
    abstract IngressLimits limits(IngressLimits configured);

    private static IngressLimits serial(IngressLimits configured, int batch) {
        return new IngressLimits(Math.min(QUEUE, configured.queueMessages()), configured.queueBytes(), batch,
                Duration.ZERO, 1, configured.retryMin(), configured.retryMax());
    }
}
