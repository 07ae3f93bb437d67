package io.greenstack.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.greenstack.loadtest.check.MarkdownReport;
import io.greenstack.loadtest.faults.Fault;
import io.greenstack.loadtest.faults.FaultReport;
import io.greenstack.loadtest.faults.FaultRun;
import io.greenstack.loadtest.generator.LoadOptions;
import io.greenstack.loadtest.generator.MessageKind;
import io.greenstack.loadtest.generator.PayloadShape;

/** Nothing is lost, doubled or applied out of order although every part of the suite goes away and comes back. */
class FaultIT {

    private static final int DEVICES = 60;
    private static final Duration LIMIT = Duration.ofSeconds(240);

    @Test
    void nothing_is_lost_doubled_or_out_of_order_although_every_part_goes_away_and_comes_back() throws Exception {
        PackagedSuite suite = PackagedSuite.running();
        FaultRun run = new FaultRun(suite.stack(), load(suite.servers().broker().address()), Duration.ofSeconds(5),
                Duration.ofSeconds(2), LIMIT);

        FaultReport report = run.run(Fault.all(suite.stack()));

        // a loaded machine must not fail the test; the goal of the recovery is two seconds
        report.rows().forEach(row -> System.out.printf("%s: back after %d ms, live view right %d ms later%n",
                row.fault(), row.away().toMillis(), row.recovery().toMillis()));
        assertThat(report.passed()).as("%s%s", MarkdownReport.of(report.check()), report.earlierDeadLetters()).isTrue();
        assertThat(report.rows()).hasSize(7);
        assertThat(report.check().devices()).isEqualTo(DEVICES);
        assertThat(report.check().acknowledged()).as("everything was acknowledged in the end")
                .isEqualTo(report.check().sent());
    }

    private static LoadOptions load(String broker) {
        return new LoadOptions(broker, null, null, "devices", DEVICES, "fault", List.of(PayloadShape.values()),
                Map.of(MessageKind.TELEMETRY, 120.0, MessageKind.STATUS, 12.0, MessageKind.REGISTER, 6.0,
                        MessageKind.REPORTED, 30.0, MessageKind.EVENT, 30.0),
                LIMIT, Duration.ofHours(1), 1, 8, 100_000, LIMIT, Path.of("target", "fault-ledger.json"));
    }
}
