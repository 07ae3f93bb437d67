package io.greenstack.ingestion.kafka;

import java.util.Map;

import jakarta.inject.Singleton;

import io.greenstack.edge.output.Output;
import io.greenstack.edge.output.OutputCounts;
import io.greenstack.edge.output.OutputReport;

/** Tells of Kafka. */
@Singleton
class KafkaReport implements OutputReport {

    private static final String NAME = "kafka";
    private static final String RECORDS = "greenstack.kafka.records";

    private final KafkaSettings settings;
    private final OutputCounts counts;

    KafkaReport(KafkaSettings settings, OutputCounts counts) {
        this.settings = settings;
        this.counts = counts;
    }

    @Override
    public Output now() {
        if (!settings.enabled()) {
            return Output.off(NAME, "KAFKA_ENABLED");
        }
        return new Output(NAME, true,
                settings.bootstrapServers().orElse("") + " " + settings.telemetryTopic() + ", "
                        + settings.eventsTopic(),
                Map.of("greenstack.kafka.compression", settings.compression(), "greenstack.kafka.delivery-timeout",
                        settings.deliveryTimeout().toString()),
                Map.of("sent", count("acknowledged"), "refused", count("refused"), "failed", count("failed"), "waiting",
                        counts.of("greenstack.kafka.in.flight")));
    }

    private long count(String result) {
        return counts.of(RECORDS, "result", result);
    }
}
