package io.greenstack.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceClockTest {

    private static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final List<Duration> told = new ArrayList<>();
    private final ClockRule rule = new ClockRule(Duration.ofMinutes(1), told::add);

    /** Every kind of payload with a time. */
    enum Kind {
        TELEMETRY("'temp':99"), RAW("'processDataIn':'0A'"), STATUS("'state':'connected'"), EVENT(
                "'code':36000"), REPORT("'interval':5");

        private final String members;

        Kind(String members) {
            this.members = members;
        }

        Timestamp read(String time, ClockRule rule) {
            byte[] payload = octets("{" + members + ",'timestamp':'" + time + "'}");
            return switch (this) {
                case TELEMETRY, RAW -> new TelemetryReader(rule).read(payload, NOW).timestamp();
                case STATUS -> new StatusReader(rule).read(payload, NOW).timestamp();
                case EVENT -> new EventReader(rule).read(payload, NOW).events().get(0).timestamp();
                case REPORT -> new ReportedReader(rule).read(payload, NOW).timestamp();
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTimeFarAheadGivesWayToTheArrivalAndIsTold(Kind kind) {
        Timestamp timestamp = kind.read("2026-11-30T12:00:00Z", rule);

        assertThat(timestamp).isEqualTo(new Timestamp(NOW, false, Duration.ofHours(2)));
        assertThat(told).containsExactly(Duration.ofHours(2));
    }

    @ParameterizedTest
    @EnumSource
    void aTimeWithinTheSkewCounts(Kind kind) {
        Timestamp timestamp = kind.read("2026-11-30T10:01:00Z", rule);

        assertThat(timestamp).isEqualTo(new Timestamp(NOW.plusSeconds(60), true));
        assertThat(told).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'ts':1764496800000", "'timestamp_ms':1764496800000", "'time':'2025-11-30T10:00:00Z'",
            "'datetime':'2025-11-30T10:00:00Z'", "'measured_at':1764496800", "'ts':1,'timestamp':1764496800"})
    void otherNamesOfTheTimeAreTakenForIt(String time) {
        TelemetryMessage message = new TelemetryReader(rule).read(octets("{'temp':1," + time + "}"), NOW);

        assertThat(message.timestamp()).isEqualTo(new Timestamp(Instant.parse("2025-11-30T10:00:00Z"), true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'time':12.5", "'ts':true", "'time':'09:30'"})
    void otherNamesOfTheTimeAreParametersWhereTheyHoldNone(String member) {
        NamedValues message = (NamedValues) new TelemetryReader(rule).read(octets("{" + member + "}"), NOW);

        assertThat(message.values()).hasSize(1);
        assertThat(message.timestamp()).isEqualTo(new Timestamp(NOW, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'getData':{},'setData':{}}", "{'getData':{}}", "{'setData':{}}"})
    void aPortWithoutProcessDataSaysNothing(String payload) {
        NamedValues message = (NamedValues) new TelemetryReader(rule).read(octets(payload), NOW);

        assertThat(message.values()).isEmpty();
    }

    @Test
    void theNulAtTheEndOfATextIsNoPartOfIt() {
        TelemetryMessage message = new TelemetryReader(rule).read(octets("{'temp':1}\0"), NOW);

        assertThat(((NamedValues) message).values()).containsExactly(new NamedValue("temp", 1.0, null));
    }

    private static byte[] octets(String json) {
        return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
