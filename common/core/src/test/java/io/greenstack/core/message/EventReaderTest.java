package io.greenstack.core.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.greenstack.core.message.EventReader.EventMessages;

class EventReaderTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    private final EventReader reader = new EventReader(ClockRule.DEFAULT);

    private List<EventMessage> read(String payload) {
        return reader.read(payload.getBytes(StandardCharsets.UTF_8), NOW).events();
    }

    @Test
    void oneEvent() {
        assertThat(read("{\"code\":36352,\"mode\":\"appears\",\"type\":\"warning\",\"timestamp\":1790000000,\"x\":{}}"))
                .containsExactly(new EventMessage(36352, EventMessage.Mode.APPEARS, EventMessage.Type.WARNING,
                        new Timestamp(Instant.ofEpochSecond(1_790_000_000L), true)));
    }

    @Test
    void aListInItsOrder() {
        assertThat(read("[{\"code\":\"0x8D01\",\"mode\":\"DISAPPEARS\"},{\"code\":\"5\"}]"))
                .extracting(EventMessage::code, EventMessage::mode, event -> event.timestamp().time())
                .containsExactly(tuple(0x8D01, EventMessage.Mode.DISAPPEARS, NOW),
                        tuple(5, EventMessage.Mode.SINGLESHOT, NOW));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"[]|unknown-shape", "[1]|unknown-shape", "{}|unknown-shape", "5|unknown-shape",
            "{\"code\":65536}|bad-member", "{\"code\":-1}|bad-member", "{\"code\":1.5}|bad-member",
            "{\"code\":99999999999}|bad-member", "{\"code\":\"x\"}|bad-member",
            "{\"code\":1,\"code\":2}|duplicate-member",
            "{\"code\":1,\"mode\":\"gone\"}|bad-member", "{\"code\":1,\"type\":3}|bad-member",
            "{\"code\":1,\"timestamp\":\"1999-01-01T00:00:00Z\"}|bad-timestamp", "[{\"code\":1}|not-json",
            "[{\"code\":1}]]|not-json"})
    void saysWhatIsWrong(String payload, String reason) {
        assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> read(payload))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @Test
    void aListHasABound() {
        assertThatExceptionOfType(PayloadException.class)
                .isThrownBy(() -> read("[" + "{\"code\":1},".repeat(200) + "{\"code\":1}]"))
                .satisfies(e -> assertThat(e.reason()).isEqualTo("too-many-events"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "{'mode':'appears'}                     | unknown-shape    | 'code'",
            "{'code':70000}                         | bad-member       | 'code'",
            "{'code':{'a':[1,{'b':2}]},'x':{}}      | bad-member       | 'code'",
            "{'code':1,'code':[[2]],'mode':[1]}     | duplicate-member | 'code' stands twice",
            "{'code':1,'mode':'gone','more':{'a':1}} | bad-member      | 'mode'",
            "{'code':1,'timestamp':'never'}         | bad-timestamp    | 'never'",
            "5                                      | unknown-shape    | a number",
            "null                                   | unknown-shape    | null",
            "[{'code':9}]                           | unknown-shape    | a list"})
    void aBadEventOfAListCostsOnlyItself(String bad, String reason, String detail) {
        String payload = ("[{'code':1}," + bad + ",{'code':3}]").replace('\'', '"');

        EventMessages read = reader.read(payload.getBytes(StandardCharsets.UTF_8), NOW);

        assertThat(read.events()).extracting(EventMessage::code).containsExactly(1, 3);
        assertThat(read.leftOut().faults()).singleElement().satisfies(fault -> {
            assertThat(fault.reason()).isEqualTo(reason);
            assertThat(fault.detail()).startsWith("event 2: ").contains(detail);
        });
    }

    @Test
    void otherMembersLeaveATraceAndOtherNamesOfTheTimeAreTaken() {
        EventMessages read = reader.read("{\"code\":1,\"ts\":1790000000000,\"text\":\"hot\",\"x\":{\"y\":1}}"
                .getBytes(StandardCharsets.UTF_8), NOW);

        assertThat(read.events().get(0).timestamp().time()).isEqualTo(Instant.ofEpochSecond(1_790_000_000L));
        assertThat(read.leftOut().unused()).containsExactly(new Unused("member of an event", "text"),
                new Unused("member of an event", "x"));
    }
}
