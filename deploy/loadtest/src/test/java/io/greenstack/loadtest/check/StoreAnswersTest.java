package io.greenstack.loadtest.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class StoreAnswersTest {

    @Test
    void numbers_are_read_from_annotated_csv() {
        assertThat(InfluxHistory.parse(",result,table,_value\r\n,_result,0,0\r\n,_result,0,17\r\n\r\n", false))
                .containsExactly(0, 17);
        assertThat(InfluxHistory.parse(",result,table,_value\r\n,_result,0,000000FF\r\n", true))
                .containsExactly(255);
        assertThat(InfluxHistory.parse("\r\n", false)).isEmpty();
    }

    @Test
    void a_service_ledger_is_read_from_its_metrics() {
        ServiceLedger ledger = ServiceLedger.parse("bridge", """
                greenstack_messages_total{outcome="received"} 1.2E3
                greenstack_messages_total{outcome="written"} 1100.0
                greenstack_messages_total{outcome="dead_lettered"} 90.0
                greenstack_messages_in_flight 10.0
                """);
        assertThat(ledger).isEqualTo(new ServiceLedger("bridge", 1200, 1100, 90, 0, 0, 10));
        assertThat(ledger.balanced()).isTrue();
    }

    @Test
    void the_report_names_the_numbers_and_the_sums() {
        CheckReport report = new CheckReport(1, 10, 9,
                List.of(new Finding("history", "load-0001", "telemetry", List.of(3, 4), List.of(), List.of(),
                        List.of())),
                List.of(new DeadLettered("mqtt-bridge", "1-0", "load-0001", "devices/load-0001/status", "not-json",
                        "line 1")),
                List.of(new ServiceLedger("bridge", 10, 9, 0, 0, 0, 0)));
        assertThat(report.passed()).isFalse();
        assertThat(MarkdownReport.of(report)).contains("FAILED", "| history | load-0001 | telemetry | 3, 4 |",
                "| bridge | 10 | 9 | 0 | 0 | 0 | 0 | NO |",
                "| mqtt-bridge | devices/load-0001/status | not-json | line 1 |");
    }
}
