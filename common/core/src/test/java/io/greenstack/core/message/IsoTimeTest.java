package io.greenstack.core.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading by hand gives what the JDK gives. */
class IsoTimeTest {

    @Test
    void randomTimes() {
        Random random = new Random(9);
        for (int i = 0; i < 5_000; i++) {
            Instant time = Instant.ofEpochSecond(random.nextLong() % 200_000_000_000L,
                    random.nextInt(4) == 0 ? 0 : random.nextInt(1_000_000_000));
            ZoneOffset offset = ZoneOffset.ofTotalSeconds((random.nextInt(36 * 60 + 1) - 18 * 60) * 60);
            OffsetDateTime local = OffsetDateTime.ofInstant(time, offset);
            assertThat(IsoTime.parse(local.toString())).as(local.toString()).isEqualTo(time);
            assertThat(IsoTime.parse(time.toString())).isEqualTo(time);
        }
    }

    @Test
    void damagedTimes() {
        Random random = new Random(10);
        String[] seeds = {"2026-11-23T10:15:30.250Z", "2024-02-29T23:59:59+05:30",
                "2026-11-23T10:15:30.123456789-18:00"};
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder(seeds[random.nextInt(seeds.length)]);
            text.setCharAt(random.nextInt(text.length()), "0123456789:-+.ZTzt ".charAt(random.nextInt(19)));
            Instant expected = jdk(text.toString());
            if (expected != null) {
                assertThat(IsoTime.parse(text.toString())).as(text.toString()).isEqualTo(expected);
            }
        }
    }

    private static Instant jdk(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-29T10:00:00Z", "2026-00-10T10:00:00Z", "2026-04-31T10:00:00Z",
            "2026-11-23T24:00:00Z",
            "2026-11-23T10:60:00Z", "2026-11-23T10:00:60Z", "2026-11-23T10:00:00Z+01:00", "2026-11-23T10:00:00+01:00Z",
            "2026-11-23T10:00:00",
            "2026-11-23T10:00:00.5", "2026-11-23T10:00:00+19:00", "2026-11-23T10:00:00+01:60",
            "2026-11-23T10:00:00*01:00",
            "2026-11-23T10:00:00+1:000", "2026-11-23T10:00:00.1234567890Z", "2026-11-23T10:00:00ZZ"})
    void noTimes(String text) {
        assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> IsoTime.parse(text));
    }
}
