package io.greenstack.mappings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.greenstack.core.message.PayloadException;
import io.greenstack.core.message.RejectReason;

class CompiledMappingTest {

    @Test
    void nestedObjectsAreFlattened() {
        assertThat(said("$flatten($)", "{\"a\":{\"b\":1,\"c\":[true,\"x\"]},\"d\":null}"))
                .containsExactly("m a.b=1.0", "m a.c.0=true", "m a.c.1=x");
    }

    @Test
    void aValueThatIsAnObjectCostsNoOther() {
        assertThat(said("{\"good\": 1, \"bad\": {\"x\": 2}}", "{}")).containsExactly("m good=1.0",
                "fault nested-value values: 'bad' is an object; a number, a text or a truth value is needed, $flatten(...) makes some");
    }

    @Test
    void wholeNumbersThatNoDoubleHoldsStayExact() {
        assertThat(said("{'a': a, 'b': b, 'c': c}",
                "{\"a\":9007199254740993,\"b\":18446744073709551615,\"c\":9007199254740992}"))
                .containsExactly("m a=9007199254740993", "m b=18446744073709551615", "m c=9.007199254740992E15");
    }

    @Test
    void valuesMayHaveUnitsAndTimesOfTheirOwn() {
        assertThat(said("[{\"parameter\": \"a\", \"value\": 1, \"unit\": \"bar\", \"timestamp\": 1772600760},"
                + "{\"timestamp\": \"2026-03-04T05:06:01Z\", \"b\": 2, \"c\": {\"value\": 3, \"unit\": \"V\"}}]", "{}"))
                .containsExactly("m a=1.0 bar @2026-03-04T05:06:00Z", "m b=2.0 @2026-03-04T05:06:01Z",
                        "m c=3.0 V @2026-03-04T05:06:01Z");
    }

    @Test
    void timesWithoutAZoneNeedOneFromTheRule() {
        String payload = "{\"t\":\"2026-03-04 06:06:00\",\"v\":1}";
        Mapping berlin = new Mapping("r", null, List.of("x"), null, "Europe/Berlin", null, null, "'m'", "{'v': v}", "t",
                null, null, null, null);
        Mapping none = new Mapping("r", null, List.of("x"), null, null, null, null, "'m'", "{'v': v}", "t", null, null,
                null, null);

        assertThat(lines(berlin, payload)).containsExactly("m v=1.0 @2026-03-04T05:06:00Z");
        assertThatThrownBy(() -> lines(none, payload)).isInstanceOfSatisfying(PayloadException.class,
                failure -> assertThat(failure.reason()).isEqualTo(RejectReason.BAD_TIMESTAMP));
    }

    @Test
    void eventsStatesAndProcessDataAreRead() {
        Mapping mapping = new Mapping("r", null, List.of("x"), null, null, null, null, "['hall 1', dev]", null, null,
                "{'name': dev}", "state", "alarms.{'code': c, 'mode': 'appears', 'type': 'warning'}", "pd");

        assertThat(lines(mapping,
                "{\"dev\":\"d\",\"state\":\"online\",\"alarms\":[{\"c\":\"0x1800\"},{\"c\":99999}],\"pd\":\"0x02 A1\"}"))
                .hasSize(5)
                .anyMatch(line -> line.matches("hall-1:d-[0-9a-f]{8} connected"))
                .anyMatch(line -> line.endsWith("event 6144 appears warning"))
                .anyMatch(line -> line.endsWith("in 02A1"))
                .contains("fault bad-member events: code is a whole number from 0 to 65535");
    }

    @Test
    void anItemThatIsWrongCostsNoOther() {
        Mapping mapping = new Mapping("r", null, List.of("x"), null, null, "items", null, "id", "{'v': v}", null, null,
                null, null, null);

        assertThat(lines(mapping, "{\"items\":[{\"id\":\"a\",\"v\":1},{\"v\":2},{\"id\":\"c\",\"v\":3}]}"))
                .containsExactly("a v=1.0", "c v=3.0",
                        "fault bad-device-id device: a text or a list of texts is needed, got nothing");
    }

    @Test
    void whatIsWrongWithARuleIsSaidWithItsPlace() {
        assertThatThrownBy(() -> rule("{'a': }")).isInstanceOfSatisfying(MappingException.class, failure -> {
            assertThat(failure.member()).isEqualTo("values");
            assertThat(failure.position()).isBetween(5, 8);
        });
        assertThatThrownBy(() -> said("{'a': $number('x')}", "{}")).isInstanceOf(MappingException.class)
                .hasMessageContaining("x");
        assertThatThrownBy(() -> said("{'a': 1 + 'x'}", "{}")).isInstanceOf(MappingException.class);
        assertThatThrownBy(() -> said("$eval('1')", "{}")).isInstanceOf(MappingException.class)
                .hasMessageContaining("not available");
    }

    @Test
    void aRuleNeedsTopicsADeviceAndSomethingToSay() {
        assertThatThrownBy(() -> compile(List.of(), "'m'", "{}")).hasMessageContaining("topic filters");
        assertThatThrownBy(() -> compile(List.of("a+/b"), "'m'", "{}")).hasMessageContaining("a+/b");
        assertThatThrownBy(() -> compile(List.of("a"), " ", "{}")).hasMessageContaining("$levels[1]");
        assertThatThrownBy(() -> compile(List.of("a"), "'m'", null)).hasMessageContaining("one of values");
    }

    private static CompiledMapping compile(List<String> topics, String device, String values) {
        return new CompiledMapping(new Mapping("r", null, topics, null, null, null, null, device, values, null, null,
                null, null, null), MappingLimits.DEFAULT);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            // Endless, deep, doubling, huge lists, huge texts in one step.
            "($f := function($x) { $f($x + 1) }; {'v': $f(0)})",
            "($f := function($x) { 1 + $f($x) }; {'v': $f(0)})",
            "{'v': $reduce([1..60], function($a, $b) { $a & $a }, 'xxxxxxxx')}",
            "{'v': $count([1..9999999].($ * 2))}",
            "{'v': $pad('x', 2000000000)}",
            "($s := $pad('x', 100000); {'v': $length($replace($s, 'x', $s))})",
            "($s := $pad('x', 100000); {'v': $length($join([1..90000].'y', $s))})",
            "{'v': $sum($map([1..100000], function($i) { $sum($map([1..100000], function($j) { $j })) }))}"})
    void whatTakesTooMuchIsStopped(String values) {
        assertThatThrownBy(() -> said(values, "{}")).isInstanceOf(MappingException.class);
    }

    @Test
    void anExpressionThatCannotBeStoppedIsLeftBehind() throws Exception {
        CompiledMapping stuck = rule("{'v': $match(text, /^((a+)+)\\1c$/)}");
        String text = "{\"text\":\"" + "a".repeat(34) + "\"}";
        try (MappingRunner runner = new MappingRunner(Duration.ofMillis(300))) {
            assertThatThrownBy(() -> runner.apply(stuck, input("x", text)))
                    .isInstanceOf(MappingRunner.RuleStuckException.class).hasMessageContaining("regular expression");

            assertThat(MappedLines.lines(runner.apply(rule("{'v': 1}"), input("x", "{}"))))
                    .containsExactly("m v=1.0");
        }
    }

    @Test
    void severalThreadsUseOneRule() throws Exception {
        CompiledMapping mapping = rule("($f := function($n) { $n * 2 }; {'v': $f(v), 't': $topic})");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<List<String>>> tasks = IntStream.range(0, 2_000).<Callable<List<String>>>mapToObj(
                    i -> () -> MappedLines.lines(mapping.apply(input("x" + i, "{\"v\":" + i + "}"))))
                    .toList();
            List<Future<List<String>>> results = threads.invokeAll(tasks);
            for (int i = 0; i < results.size(); i++) {
                assertThat(results.get(i).get()).containsExactly("m v=" + 2.0 * i, "m t=x" + i);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aMessageIsReadOnceForAllRules() {
        MappingInput message = input("x", "{\"v\":1}");
        assertThat(message.document(Mapping.Format.JSON)).isSameAs(message.document(Mapping.Format.JSON));

        MappingInput broken = input("x", "{");
        PayloadException first = catchThrowableOfType(PayloadException.class, () -> rule("{'v': 1}").apply(broken));
        assertThat(first.reason()).isEqualTo(RejectReason.NOT_JSON);
        assertThatThrownBy(() -> rule("{'v': 2}").apply(broken)).isSameAs(first);
    }

    /** All rules see the same document, whatever those before them made of it. */
    @ParameterizedTest
    @ValueSource(strings = {"{'n': $count($append(list, 9))}", "{'n': $reverse(list)[0]}",
            "{'n': $sort(list, function($l, $r) { $l > $r })[0]}", "{'n': $count($shuffle(list))}",
            "{'n': $.inner.v} ~> |$|{'n': 7}|", "($ ~> |inner|{'v': 9}, ['w']|).inner.{'n': v}",
            "{'n': $merge([inner, {'v': 8}]).v}", "{'n': $count($append($levels, 'y'))}", "{'n': list^(>$)[0]}",
            "{'n': $count($distinct(list))}", "{'n': $each(inner, function($v) { $v })[0]}"})
    void noRuleChangesTheMessageForTheNextOne(String values) {
        MappingInput message = input("x", "{\"list\":[3,1,2],\"inner\":{\"v\":5,\"w\":[{\"z\":6}]}}");
        assertThat(MappedLines.lines(rule(values).apply(message))).isNotEmpty();

        assertThat(MappedLines.lines(rule("{'s': $string($), 'l': $string($levels)}").apply(message)))
                .containsExactly("m s={\"list\":[3,1,2],\"inner\":{\"v\":5,\"w\":[{\"z\":6}]}}", "m l=[\"x\"]");
    }

    private static MappingInput input(String topic, String payload) {
        return new MappingInput(topic, payload.getBytes(StandardCharsets.UTF_8), MappedLines.NOW);
    }

    private static CompiledMapping rule(String values) {
        return compile(List.of("x"), "'m'", values);
    }

    private static List<String> said(String values, String payload) {
        return lines(rule(values).mapping(), payload);
    }

    private static List<String> lines(Mapping mapping, String payload) {
        return MappedLines.lines(new CompiledMapping(mapping, MappingLimits.DEFAULT).apply(input("x", payload)));
    }
}
