package io.greenstack.platform.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String SPAN = "b7ad6b7169203331";

    @Test
    void readsAndRendersTheExampleOfTheSpecification() {
        String value = "00-" + TRACE + "-" + SPAN + "-01";
        TraceParent parent = TraceParent.parse(value).orElseThrow();
        assertThat(parent).isEqualTo(new TraceParent(TRACE, SPAN, true));
        assertThat(parent.render()).isEqualTo(value);
        assertThat(TraceParent.parse("00-" + TRACE + "-" + SPAN + "-00").orElseThrow().sampled()).isFalse();
    }

    @Test
    void readsAFutureVersionByItsKnownPart() {
        assertThat(TraceParent.parse("cc-" + TRACE + "-" + SPAN + "-03-more").orElseThrow().sampled()).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "00", "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
            "00-00000000000000000000000000000000-b7ad6b7169203331-01",
            "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
            "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more",
            "cc-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01more",
            "00_0af7651916cd43dd8448eb211c80319c_b7ad6b7169203331_01",
            "zz-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"})
    void refusesWhatIsNotValid(String value) {
        assertThat(TraceParent.parse(value)).isEmpty();
    }

    @Test
    void cannotBeMadeOfIdsThatAreNotValid() {
        assertThatThrownBy(() -> new TraceParent("abc", SPAN, true)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TraceParent(TRACE, "0000000000000000", true))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"value\":1,\"traceparent\":\"%s\"}", "{\"traceparent\" : \"%s\",\"value\":1}"})
    void findsTheMemberOfAPayload(String payload) {
        String value = "00-" + TRACE + "-" + SPAN + "-01";
        assertThat(TraceParent.find(payload.formatted(value).getBytes(StandardCharsets.UTF_8))).contains(
                new TraceParent(TRACE, SPAN, true));
    }

    @Test
    void findsTheMemberBehindAnything() {
        String member = "\"traceparent\":\"00-" + TRACE + "-" + SPAN + "-01\"}";
        String before = "{\"parent\":\"trace\",\"tracepar\":\"t\",\"ent\":\"\u00e4\"}";
        for (int from = 0; from < before.length(); from++) {
            String payload = before.substring(from) + member;
            assertThat(TraceParent.find(payload.getBytes(StandardCharsets.UTF_8))).contains(
                    new TraceParent(TRACE, SPAN, true));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"traceparent\"", "{\"traceparent\":", "{\"traceparent\":\"", "{\"traceparent\":7}",
            "{\"traceparent\":\"no\"}", "{\"value\":1}", "{\"traceparent\":\"00-0af7651916cd43dd8448eb211c80319c"})
    void findsNothingInOtherPayloads(String payload) {
        assertThat(TraceParent.find(payload.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }
}
