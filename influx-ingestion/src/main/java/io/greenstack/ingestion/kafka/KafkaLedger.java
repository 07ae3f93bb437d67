package io.greenstack.ingestion.kafka;

import java.util.concurrent.atomic.LongAdder;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** Where the records are: {@code offered = acknowledged + refused + failed + in flight}. What failed is offered again. */
final class KafkaLedger {

    private final LongAdder offered = new LongAdder();
    private final LongAdder acknowledged = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder failed = new LongAdder();

    KafkaLedger(MeterRegistry metrics) {
        counter(metrics, "offered", offered);
        counter(metrics, "acknowledged", acknowledged);
        counter(metrics, "refused", refused);
        counter(metrics, "failed", failed);
        Gauge.builder("greenstack.kafka.in.flight", this, KafkaLedger::inFlight)
                .description("Records that Kafka has not answered yet").register(metrics);
    }

    private static void counter(MeterRegistry metrics, String result, LongAdder count) {
        FunctionCounter.builder("greenstack.kafka.records", count, LongAdder::sum).tag("result", result)
                .description("Records by what Kafka said to them").register(metrics);
    }

    void offer() {
        offered.increment();
    }

    void acknowledged() {
        acknowledged.increment();
    }

    void refused() {
        refused.increment();
    }

    void failed() {
        failed.increment();
    }

    long inFlight() {
        return offered.sum() - acknowledged.sum() - refused.sum() - failed.sum();
    }
}
