package io.greenstack.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;

import io.greenstack.loadtest.check.MarkdownReport;
import io.greenstack.loadtest.faults.IngestionChaos;

/** Ingestion loses and doubles nothing although broker, store, network, token and process fail in random order. */
class ChaosIT {

    private static final int SEED = 16;

    @Test
    void every_message_is_stored_once_whatever_fails() throws Exception {
        try (IngestionChaos chaos = new IngestionChaos(Path.of(System.getProperty("greenstack.root", "../..")), null,
                Duration.ofSeconds(1), Duration.ofMillis(300))) {
            IngestionChaos.Report report = chaos.run(SEED, Duration.ofSeconds(13), 30, 300);

            System.out.printf("%s: drained after %d ms%n", report.faults(), report.drained().toMillis());
            assertThat(report.check().passed()).as("%s%s, log %s", report.faults(),
                    MarkdownReport.of(report.check()), report.log()).isTrue();
            assertThat(report.faults()).hasSize(chaos.faults().size());
            assertThat(report.check().acknowledged()).isEqualTo(report.check().sent());
        }
    }
}
