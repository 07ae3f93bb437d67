package io.greenstack.edge.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.greenstack.core.message.InboundMessage;
import io.greenstack.core.message.Topics;
import io.greenstack.edge.intake.DeviceTimes;
import io.greenstack.edge.intake.Outcome;
import io.greenstack.edge.intake.PauseException;
import io.greenstack.edge.intake.TelemetryTopics;
import io.greenstack.edge.testing.Intakes;
import io.greenstack.edge.testing.MemoryUnregistered;
import io.greenstack.edge.testing.NoLayouts;
import io.greenstack.platform.unregistered.KeptRaw;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

class SinkHandlerTest {

    private final List<Reading> stored = new ArrayList<>();
    private final Intakes intakes = new Intakes();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final MemoryUnregistered unregistered = new MemoryUnregistered();
    private SinkResult result = SinkResult.STORED;
    private final Instant now = Instant.parse("2026-11-30T10:00:00Z");
    private final SinkHandler handler = new SinkHandler(new Topics("devices"), new TelemetryTopics(Intakes.config()),
            new DeviceTimes(Duration.ofMinutes(1), meters), NoLayouts.source("d"),
            new Strangers(unregistered, MemoryUnregistered.settings(Duration.ofHours(1)), () -> now, meters),
            messages -> {
                messages.forEach(message -> stored.addAll(message.readings()));
                return Collections.nCopies(messages.size(), result);
            });

    private List<Outcome> handle(InboundMessage... messages) throws Exception {
        return intakes.intake().handle("test", List.of(messages), handler);
    }

    private static InboundMessage message(String topic, String payload, boolean retained, boolean duplicate,
            Instant arrival) {
        return new InboundMessage("devices/d/" + topic, payload.replace('\'', '"').getBytes(StandardCharsets.UTF_8), 1,
                retained, duplicate, arrival);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {"telemetry|{'t':1}", "telemetry|{'processDataIn':'01'}",
            "telemetry|{'t':1,'timestamp':'2026-11-30T12:00:00Z'}", "events|{'code':1}",
            "events|[{'code':1},{'code':2}]",
            "events|{'code':1,'ts':'2026-11-30T12:00:00Z'}"})
    void whatIsRetainedWithoutATimeThatCountsIsNoPoint(String topic, String payload) throws Exception {
        assertThat(handle(message(topic, payload, true, false, now))).containsExactly(Outcome.WRITTEN);

        assertThat(stored).isEmpty();
        assertThat(intakes.letters()).isEmpty();
        assertThat(meters.counter("greenstack.messages.retained.old").count()).isPositive();
    }

    @Test
    void ofRetainedEventsThoseWithATimeAreKeptUnderIt() throws Exception {
        handle(message("events", "[{'code':1},{'code':2,'timestamp':'2026-11-30T09:00:00Z'}]", true, false, now),
                message("telemetry", "{'t':1,'timestamp':'2026-11-30T09:00:00Z'}", true, false, now));

        assertThat(stored).extracting(Reading::epochNanos)
                .containsOnly(Instant.parse("2026-11-30T09:00:00Z").getEpochSecond() * 1_000_000_000L);
        assertThat(stored).hasSize(2);
    }

    @Test
    void faultsOfARetainedMessageAreToldAllTheSame() throws Exception {
        handle(message("telemetry", "{'t':1,'b':[1]}", true, false, now));

        assertThat(stored).isEmpty();
        assertThat(intakes.letters()).singleElement().satisfies(
                letter -> assertThat(letter.reason()).isEqualTo("nested-value"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "telemetry|{'t':1,'timestamp':'2026-11-30T12:00:00Z'}",
            "telemetry|{'processDataIn':'01','ts':'2026-11-30T12:00:00Z'}",
            "events|{'code':1,'timestamp':'2026-11-30T12:00:00Z'}"})
    void aMessageOfAClockAheadThatComesAgainIsTheSamePoint(String topic, String payload) throws Exception {
        handle(message(topic, payload, false, false, now));
        handle(message(topic, payload, false, true, now.plusSeconds(90)));

        assertThat(stored).hasSize(4);
        assertThat(stored.subList(2, 4)).isEqualTo(stored.subList(0, 2));
        assertThat(stored.get(1)).isEqualTo(new Reading.ClockAhead(7_200_000, now.getEpochSecond() * 1_000_000_000L));
    }

    @Test
    void anotherMessageOfAClockAheadIsAnotherPoint() throws Exception {
        handle(message("telemetry", "{'t':1,'timestamp':'2026-11-30T12:00:00Z'}", false, false, now));
        handle(message("telemetry", "{'t':1,'timestamp':'2026-11-30T12:00:01Z'}", false, false, now.plusSeconds(1)));

        assertThat(stored).extracting(Reading::epochNanos).containsExactly(seconds(0), seconds(0), seconds(1),
                seconds(1));
    }

    @Test
    void aMessageThatComesAgainWhenItsTimeLiesAheadNoMoreIsTheSamePoint() throws Exception {
        handle(message("telemetry", "{'t':1,'timestamp':'2026-11-30T10:02:00Z'}", false, false, now));
        handle(message("telemetry", "{'t':1,'timestamp':'2026-11-30T10:02:00Z'}", false, true, now.plusSeconds(300)));

        assertThat(stored).hasSize(4);
        assertThat(stored.subList(2, 4)).isEqualTo(stored.subList(0, 2));
    }

    @Test
    void aMessageWithARightTimeThatComesAgainKeepsIt() throws Exception {
        handle(message("telemetry", "{'t':1,'timestamp':'2026-11-30T09:59:00Z'}", false, true, now),
                message("telemetry", "{'t':2}", false, true, now.plusSeconds(1)));

        assertThat(stored).extracting(Reading::epochNanos).containsExactly(seconds(-60), seconds(1));
    }

    @Test
    void whatADeviceWhoseClockStandsStillSaysTwiceIsTwoPoints() throws Exception {
        String payload = "{'t':1,'timestamp':'2026-11-30T12:00:00Z'}";
        handle(message("telemetry", payload, false, false, now),
                message("telemetry", payload, false, false, now.plusSeconds(1)));
        handle(message("telemetry", payload, false, false, now.plusSeconds(2)));
        handle(message("telemetry", payload, false, true, now.plusSeconds(3)));

        assertThat(stored).filteredOn(Reading.Value.class::isInstance).extracting(Reading::epochNanos)
                .containsExactly(seconds(0), seconds(1), seconds(2), seconds(2));
    }

    @Test
    void aMessageThatWaitedForTheStoreKeepsItsTime() throws Exception {
        InboundMessage message = message("telemetry", "{'t':1,'timestamp':'2026-11-30T12:00:00Z'}", false, true, now);
        handle(message);
        handle(message);

        assertThat(stored.subList(2, 4)).isEqualTo(stored.subList(0, 2));
    }

    private InboundMessage raw(String device, String hex, int later) {
        return new InboundMessage("devices/" + device + "/telemetry",
                ("{\"processDataIn\":\"" + hex + "\",\"pin\":true}").getBytes(StandardCharsets.UTF_8), 1, false, false,
                now.plusSeconds(later));
    }

    @Test
    void ofADeviceThatIsNotRegisteredTheOctetsAreKeptAndNoted() throws Exception {
        assertThat(handle(raw("stranger", "0A0B", 0), raw("stranger", "0C0D", 5), raw("d", "0E", 6)))
                .containsOnly(Outcome.WRITTEN);

        assertThat(stored).filteredOn(Reading.ProcessData.class::isInstance).extracting("hex").containsExactly("0A0B",
                "0C0D", "0E");
        assertThat(unregistered.notes).containsOnly(Map.entry("stranger",
                new KeptRaw(seconds(0) / 1000, seconds(5) / 1000, now.toEpochMilli(), 2, 4)));
        assertThat(intakes.letters()).isEmpty();
    }

    @Test
    void beyondTheLimitsOfDevicesMessagesAndOctetsTheyAreDeadLetters() throws Exception {
        handle(raw("a", "0A", 0), raw("a", "0A", 1), raw("b", "0102030405060708", 1));
        assertThat(intakes.letters()).isEmpty();

        assertThat(handle(raw("c", "0A", 2), raw("a", "0A", 3), raw("a", "0A", 4), raw("b", "010203", 5),
                raw("b", "0102", 6)))
                .containsExactly(Outcome.DEAD_LETTERED, Outcome.WRITTEN, Outcome.DEAD_LETTERED, Outcome.DEAD_LETTERED,
                        Outcome.WRITTEN);

        assertThat(intakes.letters()).allMatch(letter -> letter.reason().equals("unknown-device"))
                .extracting(letter -> letter.detail()).containsExactly(
                        "No device 'c' is registered, and raw process data of 2 such devices is kept already",
                        "No device 'a' is registered, and 3 of its messages are kept already",
                        "No device 'b' is registered, and more than 10 octets of it would be kept");
        assertThat(unregistered.notes.get("b").octets()).isEqualTo(10);
    }

    @Test
    void whatIsNotStoredIsNotNoted() throws Exception {
        result = new SinkResult.Waits(new PauseException("the store is away"));
        assertThatThrownBy(() -> handle(raw("stranger", "0A", 0))).isInstanceOf(PauseException.class);
        result = new SinkResult.Refused("store-rejected", "no");
        assertThat(handle(raw("stranger", "0A", 0))).containsExactly(Outcome.DEAD_LETTERED);

        assertThat(unregistered.notes).isEmpty();
    }

    @Test
    void whatCannotBeNotedComesAgain() throws Exception {
        unregistered.away(true);
        assertThatThrownBy(() -> handle(raw("stranger", "0A", 0))).isInstanceOf(PauseException.class);
        assertThat(handle(raw("d", "0A", 0))).containsExactly(Outcome.WRITTEN);

        unregistered.away(false);
        assertThat(handle(raw("stranger", "0A", 0))).containsExactly(Outcome.WRITTEN);
        assertThat(unregistered.notes).containsKey("stranger");
        assertThat(intakes.letters()).isEmpty();
    }

    private long seconds(int later) {
        return now.plusSeconds(later).getEpochSecond() * 1_000_000_000L;
    }
}
