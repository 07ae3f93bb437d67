package io.greenstack.api.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceConnectionTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    /** Times in seconds before now; empty = none. */
    @ParameterizedTest
    @CsvSource({
            ",,,UNKNOWN",
            ",,5,CONNECTED",
            ",,61,SILENT",
            "connected,100,5,CONNECTED",
            "connected,100,100,SILENT",
            "connected,100,,SILENT",
            "disconnected,100,,DISCONNECTED",
            "disconnected,100,300,DISCONNECTED",
            "disconnected,100,95,DISCONNECTED",
            "disconnected,100,5,CONNECTED",
            "disconnected,1000,500,SILENT"})
    void isJudgedByWhatWasSaidAndHeard(String said, Long since, Long seen, ConnectionStatus expected) {
        assertThat(DeviceConnection.judge(said, ago(since), ago(seen), NOW, Duration.ofSeconds(60)))
                .isEqualTo(expected);
    }

    private static Instant ago(Long seconds) {
        return seconds == null ? null : NOW.minusSeconds(seconds);
    }
}
