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
            "${r._value}#\"\\x24{r._value}\"", "a$b#\"a\\x24b\"", "$#\"\\x24\"", "\") |> drop()#\"\\\") |> drop()\"",
            "ü°#\"ü°\""})
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
                  |> tail(n: 11)
                  |> pivot(rowKey: ["_time"], columnKey: ["_field"], valueColumn: "_value")
                  |> group()
                  |> sort(columns: ["_time"], desc: true)
                  |> limit(n: 11)
                """);
        assertThat(SqlQueries.history(query)).isEqualTo("SELECT timestamp, parameter, unit, value, label, status, "
                + "cast(null as double) least, cast(null as double) most FROM device_telemetry WHERE device_id = 'dev-1' AND timestamp >= '2026-11-23T00:00:00Z' "
                + "AND timestamp < '2026-11-23T01:00:00Z' AND parameter IN ('a\"b', 'c''d') "
                + "ORDER BY timestamp DESC LIMIT 11");
    }

    /** Reads a literal as the grammar of Flux has it: what is left must be the text, and nothing may be interpolated. */
    private static String readFlux(String literal) {
        assertThat(literal).startsWith("\"").endsWith("\"");
        StringBuilder text = new StringBuilder();
        for (int i = 1; i < literal.length() - 1; i++) {
            char c = literal.charAt(i);
            assertThat(c).isNotIn('"', '$');
            if (c != '\\') {
                text.append(c);
            } else if (literal.charAt(++i) == 'x') {
                text.append((char) Integer.parseInt(literal.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                assertThat(literal.charAt(i)).isIn('"', '\\');
                text.append(literal.charAt(i));
            }
        }
        return text.toString();
    }

    @Test
    void everyPrintableAsciiCharacterSurvivesAloneAndBesideEveryOther() {
        for (char first = ' '; first < 127; first++) {
            assertThat(readFlux(Quoting.flux(String.valueOf(first)))).isEqualTo(String.valueOf(first));
            for (char second = ' '; second < 127; second++) {
                String text = "a" + first + second;
                assertThat(readFlux(Quoting.flux(text))).isEqualTo(text);
                String sql = Quoting.sql(text);
                assertThat(sql.substring(1, sql.length() - 1).replace("''", "\0")).doesNotContain("'")
                        .isEqualTo(text.replace("'", "\0"));
            }
        }
    }

    @Test
    void seriesAreCutBeforeTheyArePutTogether() {
        HistoryQuery query = new HistoryQuery("d", List.of(), Instant.EPOCH, Instant.EPOCH.plusSeconds(60),
                Duration.ofSeconds(10), 5);
        String windows = FluxQueries.history("b", query);
        assertThat(windows.lastIndexOf("tail(n: 6)")).isPositive().isLessThan(windows.indexOf("union("));
        assertThat(windows.split("tail\\(n: 6\\)", -1)).hasSize(4);
        String texts = FluxQueries.texts("b", query);
        assertThat(texts.indexOf("tail(n: 6)")).isPositive().isLessThan(texts.indexOf("group()"));
    }

    @Test
    void windowsAreAveraged() {
        HistoryQuery query = new HistoryQuery("d", List.of(), Instant.EPOCH, Instant.EPOCH.plusSeconds(60),
                Duration.ofMillis(1500), 5);
        assertThat(FluxQueries.history("b", query)).isEqualTo("""
                readings = from(bucket: "b")
                  |> range(start: 1970-01-01T00:00:00Z, stop: 1970-01-01T00:01:00Z)
                  |> filter(fn: (r) => r._measurement == "device_telemetry" and r.device_id == "d")
                  |> filter(fn: (r) => r._field == "value")
                of_max = readings
                  |> aggregateWindow(every: 1500ms, fn: max, timeSrc: "_start", createEmpty: false)
                  |> tail(n: 6)
                  |> set(key: "_field", value: "max")
                of_min = readings
                  |> aggregateWindow(every: 1500ms, fn: min, timeSrc: "_start", createEmpty: false)
                  |> tail(n: 6)
                  |> set(key: "_field", value: "min")
                of_value = readings
                  |> aggregateWindow(every: 1500ms, fn: mean, timeSrc: "_start", createEmpty: false)
                  |> tail(n: 6)
                  |> set(key: "_field", value: "value")
                union(tables: [of_max, of_min, of_value])
                  |> pivot(rowKey: ["_time"], columnKey: ["_field"], valueColumn: "_value")
                  |> group()
                  |> sort(columns: ["_time"], desc: true)
                  |> limit(n: 6)
                """);
        assertThat(SqlQueries.history(query)).contains("SAMPLE BY 1500T").contains("avg(value)").contains("min(value)")
                .contains("max(value)");
    }
}
