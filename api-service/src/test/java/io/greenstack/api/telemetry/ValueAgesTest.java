package io.greenstack.api.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

class ValueAgesTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** A device whose clock is an hour late. */
    private static ObjectNode view() {
        ObjectNode view = JsonNodeFactory.instance.objectNode();
        view.put("timestamp", NOW.minusSeconds(3600).toString());
        ObjectNode values = view.putObject("values");
        values.putObject("fresh").put("timestamp", NOW.minusSeconds(3600).toString());
        values.putObject("old").put("timestamp", NOW.minusSeconds(3700).toString());
        return view;
    }

    @Test
    void aValueIsAsOldAsItsReadingWhateverTheClockOfTheDevice() {
        ObjectNode view = view();
        ValueAges.mark(view, NOW.minusSeconds(5), NOW, LIMIT, false);

        assertThat(view.get("stale").booleanValue()).isFalse();
        assertThat(view.at("/values/fresh/stale").booleanValue()).isFalse();
        assertThat(view.at("/values/fresh/age_ms").longValue()).isEqualTo(5_000);
        assertThat(view.at("/values/old/stale").booleanValue()).isTrue();
        assertThat(view.at("/values/old/age_ms").longValue()).isEqualTo(105_000);
    }

    @Test
    void nothingIsLiveOfADeviceThatIsGoneOrSilent() {
        ObjectNode gone = view();
        ValueAges.mark(gone, NOW, NOW, LIMIT, true);
        assertThat(gone.at("/values/fresh/stale").booleanValue()).isTrue();
        ObjectNode silent = view();
        ValueAges.mark(silent, NOW.minusSeconds(61), NOW, LIMIT, false);
        assertThat(silent.get("stale").booleanValue()).isTrue();
        assertThat(silent.at("/values/fresh/stale").booleanValue()).isTrue();
        ObjectNode never = view();
        ValueAges.mark(never, null, NOW, LIMIT, false);
        assertThat(never.get("stale").booleanValue()).isTrue();
    }

    @Test
    void silenceIsToldOnce() {
        AtomicLong nanos = new AtomicLong();
        SilenceWatch watch = new SilenceWatch(LIMIT, nanos::get);
        assertThat(watch.begun()).isFalse();
        nanos.set(LIMIT.toNanos() + 1);
        assertThat(watch.begun()).isTrue();
        assertThat(watch.begun()).isFalse();
        watch.heard();
        assertThat(watch.begun()).isFalse();
        nanos.set(3 * LIMIT.toNanos());
        assertThat(watch.begun()).isTrue();
    }
}
