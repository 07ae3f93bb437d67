package io.greenstack.core.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

class AlarmRuleSetJsonTest {

    @Test
    void whatIsWrittenIsRead() throws IOException {
        List<AlarmRule> rules = List.of(
                new AlarmRule(1, AlarmKind.RANGE, "temperature", -5.5, 80.0, false, 2, 0, 0, List.of(), 0, 5_000, 10),
                new AlarmRule(2, AlarmKind.RANGE, null, null, null, true, 0, 0, 0, List.of(), 0, 0, 0),
                new AlarmRule(3, AlarmKind.RATE, "p", null, null, false, 0, 5, 60_000, List.of(), 0, 0, 0),
                new AlarmRule(4, AlarmKind.STATUS, null, null, null, false, 0, 0, 0, List.of("a", "b"), 0, 0, 0),
                new AlarmRule(5, AlarmKind.DEAD_LETTERS, null, null, null, false, 0, 0, 600_000, List.of(), 3, 0, 0));

        AlarmRuleSet read = AlarmRuleSetJson.read(AlarmRuleSetJson.write(rules));

        assertThat(read.rules()).isEqualTo(rules);
        assertThat(read.ofValues()).hasSize(4);
        assertThat(read.ofDevice()).extracting(AlarmRule::id).containsExactly(5L);
        assertThat(read.has(AlarmKind.DEAD_LETTERS)).isTrue();
        assertThat(read.has(AlarmKind.SILENCE)).isFalse();
    }

    @Test
    void whatALaterVersionAddsIsSkipped() throws IOException {
        AlarmRuleSet read = AlarmRuleSetJson.read(("{\"version\":[2],\"rules\":[{\"id\":1,\"kind\":\"dance\"},"
                + "{\"id\":2,\"kind\":\"silence\",\"over\":60000,\"mood\":{\"a\":[1]}}]}")
                .getBytes(StandardCharsets.UTF_8));

        assertThat(read.rules()).singleElement().satisfies(rule -> {
            assertThat(rule.kind()).isEqualTo(AlarmKind.SILENCE);
            assertThat(rule.over()).isEqualTo(60_000);
            assertThat(rule.field("any")).isEqualTo("2:");
        });
    }

    @Test
    void whatIsNoRuleSetIsRefused() {
        assertThatThrownBy(() -> AlarmRuleSetJson.read("[]".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> AlarmRuleSetJson.read("{\"rules\":[{\"id\":".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class);
    }
}
