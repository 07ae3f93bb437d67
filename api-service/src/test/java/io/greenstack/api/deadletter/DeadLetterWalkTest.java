package io.greenstack.api.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.greenstack.api.platform.ApiException;
import io.greenstack.core.message.TopicFilter;
import io.greenstack.platform.deadletter.DeadLetterHeader;

class DeadLetterWalkTest {

    private static final List<String> SERVICES = List.of("influx-ingestion", "mqtt-bridge");

    private final List<DeadLetterHeader> stored = new ArrayList<>();

    @Test
    void pagesAreTheWholeListCutWhateverTheSizesAndFilters() {
        Random random = new Random(42);
        for (int i = 0; i < 900; i++) {
            add(SERVICES.get(random.nextInt(2)), 1000 + random.nextInt(300), i, "reason-" + random.nextInt(4));
        }
        for (int round = 0; round < 60; round++) {
            DeadLetterFilter filter = new DeadLetterFilter(random.nextInt(3) == 0 ? SERVICES.get(0) : null,
                    random.nextBoolean() ? "reason-1" : null, null, null,
                    random.nextBoolean() ? Instant.ofEpochMilli(1050) : null,
                    random.nextBoolean() ? Instant.ofEpochMilli(1250) : null);
            List<String> wanted = stored.stream().filter(letter -> filter.asks(letter.service()))
                    .filter(filter::matches)
                    .filter(letter -> filter.from() == null || !letter.storedAt().isBefore(filter.from()))
                    .filter(letter -> filter.to() == null || !letter.storedAt().isAfter(filter.to()))
                    .map(DeadLetterWalkTest::id).sorted().map(DeadLetterId::toString).toList();

            List<String> found = new ArrayList<>();
            DeadLetterId after = null;
            do {
                DeadLetterWalk walk = new DeadLetterWalk(this::read, SERVICES, filter, after, 1 + random.nextInt(400));
                for (int i = 1 + random.nextInt(300); i > 0; i--) {
                    DeadLetterHeader letter = walk.next();
                    if (letter == null) {
                        break;
                    }
                    found.add(id(letter).toString());
                }
                after = walk.position();
            } while (after != null);
            assertThat(found).isEqualTo(wanted);
        }
    }

    @Test
    void anEmptyStoreHasNoNextPage() {
        DeadLetterWalk walk = new DeadLetterWalk(this::read, SERVICES, DeadLetterFilter.ALL, null, 10);
        assertThat(walk.next()).isNull();
        assertThat(walk.position()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"devices/+/telemetry,devices/a/telemetry,true", "devices/#,devices/a/config/reported,true",
            "devices/#,devices,true", "devices/+/telemetry,devices/a/b/telemetry,false", "a,a,true", "a,a/b,false",
            "a/b,a,false", "+,a,true", "#,anything/at/all,true"})
    void aTopicFilterIsThatOfMqtt(String filter, String topic, boolean matches) {
        assertThat(TopicFilter.of(filter).matches(topic)).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({"''", "mqtt-bridge", "mqtt-bridge:1", "mqtt-bridge:1-2-3", "MQTT:1-1", "mqtt-bridge:9999999999999999-1",
            "a:-1-1"})
    void anIdOfAnotherFormIsRefused(String text) {
        assertThatThrownBy(() -> DeadLetterId.parse("id", text)).isInstanceOf(ApiException.class)
                .hasMessageContaining("'id'");
    }

    private static DeadLetterId id(DeadLetterHeader letter) {
        return DeadLetterId.of(letter.service(), letter.id());
    }

    private void add(String service, long millis, int number, String reason) {
        stored.add(new DeadLetterHeader(millis + "-" + number, service, reason, "", "t", 1, null,
                Instant.ofEpochMilli(millis), Instant.ofEpochMilli(millis), null, null, 0, false));
    }

    /** XREVRANGE as Redis does it. */
    private List<DeadLetterHeader> read(String service, String newest, String oldest, int limit) {
        return stored.stream().filter(letter -> letter.service().equals(service))
                .filter(letter -> "-".equals(oldest) || id(letter).millis() >= Long.parseLong(oldest))
                .filter(letter -> below(letter, newest)).sorted((a, b) -> id(a).compareTo(id(b))).limit(limit)
                .toList();
    }

    private static boolean below(DeadLetterHeader letter, String newest) {
        if ("+".equals(newest)) {
            return true;
        }
        boolean open = newest.startsWith("(");
        String bound = open ? newest.substring(1) : newest;
        if (bound.indexOf('-') < 0) {
            return id(letter).millis() <= Long.parseLong(bound);
        }
        int order = id(letter).compareTo(DeadLetterId.of(letter.service(), bound));
        return open ? order > 0 : order >= 0;
    }
}
