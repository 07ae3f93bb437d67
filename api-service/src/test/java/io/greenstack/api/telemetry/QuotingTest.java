package io.greenstack.api.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuotingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '`', value = {"plain#\"plain\"", "a\"b#\"a\\\"b\"", "a\\#\"a\\\\\"",
            "${r._value}#\"\\${r._value}\"", "\") |> drop()#\"\\\") |> drop()\"", "ü°#\"ü°\""})
    void fluxLiteralsCannotBeLeft(String text, String literal) {
        assertThat(Quoting.flux(text)).isEqualTo(literal);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"plain|'plain'", "a'b|'a''b'", "a\\|'a\\'",
            "'; DROP TABLE device_telemetry; --|'''; DROP TABLE device_telemetry; --'", "''|''''''"})
    void sqlLiteralsCannotBeLeft(String text, String literal) {
        assertThat(Quoting.sql(text)).isEqualTo(literal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\0b", "a\rb", "a\tb", "a\u0085b"})
    void controlCharactersAreRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Quoting.flux(text));
        assertThatIllegalArgumentException().isThrownBy(() -> Quoting.sql(text));
    }

    @Test
    void queriesAreBuiltFromQuotedPartsOnly() {
        HistoryQuery query = new HistoryQuery("dev-1", List.of("a\"b", "c'd"), Instant.parse("2026-11-23T00:00:00Z"),
                Instant.parse("2026-11-23T01:00:00Z"), null, 10);
        assertThat(FluxQueries.history("buck\"et", query)).isEqualTo("""
                from(bucket: "buck\\"et")
                  |> range(start: 2026-11-23T00:00:00Z, stop: 2026-11-23T01:00:00Z)
                  |> filter(fn: (r) => r._measurement == "device_telemetry" and r.device_id == "dev-1")
                  |> filter(fn: (r) => r.parameter == "a\\"b" or r.parameter == "c'd")
                  |> pivot(rowKey: ["_time"], columnKey: ["_field"], valueColumn: "_value")
                  |> group()
                  |> sort(columns: ["_time"], desc: true)
                  |> limit(n: 11)
                """);
        assertThat(SqlQueries.history(query)).isEqualTo("SELECT timestamp, parameter, unit, value, label, status "
                + "FROM device_telemetry WHERE device_id = 'dev-1' AND timestamp >= '2026-11-23T00:00:00Z' "
                + "AND timestamp < '2026-11-23T01:00:00Z' AND parameter IN ('a\"b', 'c''d') "
                + "ORDER BY timestamp DESC LIMIT 11");
    }

    @Test
    void windowsAreAveraged() {
        HistoryQuery query = new HistoryQuery("d", List.of(), Instant.EPOCH, Instant.EPOCH.plusSeconds(60),
                Duration.ofMillis(1500), 5);
        assertThat(FluxQueries.history("b", query)).contains("aggregateWindow(every: 1500ms, fn: mean");
        assertThat(SqlQueries.history(query)).contains("SAMPLE BY 1500T").contains("avg(value)");
    }
}
