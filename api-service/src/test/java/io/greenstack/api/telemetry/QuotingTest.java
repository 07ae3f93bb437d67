package io.greenstack.api.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuotingTest {

    private static final SqlQueries QUESTDB = new SqlQueries(SqlDialect.QUESTDB, SqlQueries.VALUE_COLUMNS);
    private static final SqlQueries INFLUXDB3 = new SqlQueries(SqlDialect.INFLUXDB3, SqlQueries.VALUE_COLUMNS);

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
        HistoryQuery query = HistoryQuery.readings("dev-1", List.of("a\"b", "c'd"),
                Instant.parse("2026-11-23T00:00:00Z"),
                Instant.parse("2026-11-23T01:00:00Z"), 10);
        assertThat(FluxQueries.newest("buck\"et", query)).isEqualTo(
                """
                        from(bucket: "buck\\"et")
                          |> range(start: 2026-11-23T00:00:00Z, stop: 2026-11-23T01:00:00Z)
                          |> filter(fn: (r) => r._measurement == "device_telemetry")
                          |> filter(fn: (r) => r.device_id == "dev-1")
                          |> filter(fn: (r) => r.parameter == "a\\"b" or r.parameter == "c'd")
                          |> tail(n: 11)
                          |> pivot(rowKey: ["_time"], columnKey: ["_field"], valueColumn: "_value")
                          |> group()
                          |> sort(columns: ["_time", "device_id", "parameter"], desc: true)
                          |> limit(n: 11)
                          |> yield(name: "readings")
                        from(bucket: "buck\\"et")
                          |> range(start: 2026-11-23T00:00:00Z, stop: 2026-11-23T01:00:00Z)
                          |> filter(fn: (r) => r._measurement == "device_values")
                          |> filter(fn: (r) => r.device_id == "dev-1")
                          |> filter(fn: (r) => r._field =~ /^(label:|status:)?a"b( \\[.*\\])?$/ or r._field =~ /^(label:|status:)?c'd( \\[.*\\])?$/)
                          |> tail(n: 11)
                          |> pivot(rowKey: ["_time"], columnKey: ["_field"], valueColumn: "_value")
                          |> group()
                          |> sort(columns: ["_time", "device_id"], desc: true)
                          |> limit(n: 11)
                          |> yield(name: "wide_readings")
                        """);
        assertThat(QUESTDB.newest(query).text())
                .isEqualTo("SELECT timestamp, device_id, parameter, unit, value, label, status "
                        + "FROM device_telemetry WHERE device_id IN ('dev-1') AND timestamp >= '2026-11-23T00:00:00Z' "
                        + "AND timestamp < '2026-11-23T01:00:00Z' AND parameter IN ('a\"b', 'c''d') "
                        + "ORDER BY timestamp DESC, device_id DESC, parameter DESC LIMIT 11");
    }

    /** Where a store takes texts beside the question, none is in it. */
    @Test
    void textsGoBesideTheQuestionWhereTheStoreTakesThem() {
        HistoryQuery query = HistoryQuery.readings("dev-1", List.of("a\"b", "c'd"),
                Instant.parse("2026-11-23T00:00:00Z"), Instant.parse("2026-11-23T01:00:00.123456789Z"), 10);
        SqlQuestion question = INFLUXDB3.newest(query);
        assertThat(question.text()).isEqualTo("SELECT time, device_id, parameter, unit, value, label, status "
                + "FROM device_telemetry WHERE device_id IN ($p0) AND time >= '2026-11-23T00:00:00Z' "
                + "AND time < '2026-11-23T01:00:00.123456789Z' AND parameter IN ($p1, $p2) "
                + "ORDER BY time DESC, device_id DESC, parameter DESC LIMIT 11");
        assertThat(question.parameters()).containsExactly(Map.entry("p0", "dev-1"), Map.entry("p1", "a\"b"),
                Map.entry("p2", "c'd"));
        assertThat(INFLUXDB3.processData("x' OR '1'='1", query.from(), query.to()).text()).doesNotContain("'1'");
    }

    /** InfluxDB 3 makes a column when its first value comes. */
    @Test
    void columnsThatAreNotThereAreNotAskedFor() {
        HistoryQuery query = HistoryQuery.readings("d", List.of(), Instant.EPOCH, Instant.EPOCH.plusSeconds(60), 5);
        SqlQueries young = new SqlQueries(SqlDialect.INFLUXDB3, Set.of("time", "device_id", "parameter", "value"));
        assertThat(young.readings(query).text()).startsWith("SELECT time, device_id, parameter, "
                + "cast(null as varchar) AS unit, value, cast(null as varchar) AS label, cast(null as varchar) AS status "
                + "FROM");
        assertThat(young.has("label")).isFalse();
    }

    /** Whatever a name has, its pattern matches it and nothing else; Java reads these patterns as Flux does. */
    @Test
    void patternsMatchTheTextOnly() {
        for (char c = ' '; c < 127; c++) {
            String text = "a" + c + "b";
            assertThat(Pattern.compile(Quoting.fluxRegex(text)).matcher(text).matches()).isTrue();
            assertThat(Quoting.fluxRegex(text)).doesNotContain("/");
            assertThat(Pattern.compile(Quoting.fluxRegex(text)).matcher("aXb").matches()).isEqualTo(c == 'X');
        }
        assertThatIllegalArgumentException().isThrownBy(() -> Quoting.fluxRegex("a\nb"));
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
        HistoryQuery query = HistoryQuery.readings("d", List.of(), Instant.EPOCH, Instant.EPOCH.plusSeconds(60), 5);
        for (String flux : List.of(FluxQueries.newest("b", query),
                FluxQueries.windows("b", query.windows(HistoryFunction.MEAN, Duration.ofSeconds(10))))) {
            assertThat(flux.indexOf("tail(n: 6)")).isPositive().isLessThan(flux.indexOf("group()"));
        }
    }

    @Test
    void windowsAreAveraged() {
        HistoryQuery query = HistoryQuery.readings("d", List.of(), Instant.EPOCH, Instant.EPOCH.plusSeconds(60), 5)
                .windows(HistoryFunction.MEAN, Duration.ofMillis(1500));
        assertThat(FluxQueries.windows("b", query)).contains("aggregateWindow(every: 1500000000ns, fn: mean")
                .contains("fn: min").contains("fn: max").contains("fn: count");
        assertThat(QUESTDB.numbers(query).text()).contains("SAMPLE BY 1500T").contains("avg(value)");
    }
}
