package io.greenstack.core.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

/** With a clock that is held: times are seconds since {@link #T}. */
class AlarmEvaluatorTest {

    private static final long T = 1_700_000_000_000L;
    private static final double NAN = Double.NaN;

    private AlarmRule rule = range(null, 80.0, 0, 0, 0);
    private AlarmState state = AlarmState.NONE;
    private final List<String> changes = new ArrayList<>();

    @Test
    void aValueBeyondALimitRaisesAndOneWithinClears() {
        value(0, 79);
        value(1, 80);
        assertThat(changes).isEmpty();

        value(2, 80.1);
        value(3, 90);
        value(4, 80);

        assertThat(changes).containsExactly("raised@2 80.1 °C", "cleared@4 80.1 °C");
    }

    @Test
    void aLowLimitCountsToo() {
        rule = range(10.0, 80.0, 2, 0, 0);
        value(0, 9);
        value(1, 11.9);
        value(2, 12);

        assertThat(changes).containsExactly("raised@0 9.0 °C", "cleared@2 9.0 °C");
    }

    @Test
    void withADeadBandAValueAroundTheLimitIsOneAlarm() {
        rule = range(null, 80.0, 2, 0, 0);
        for (int i = 0; i < 100; i++) {
            value(i, i % 2 == 0 ? 80.5 : 79.5);
        }
        assertThat(changes).containsExactly("raised@0 80.5 °C");

        value(100, 78);

        assertThat(changes).hasSize(2).last().isEqualTo("cleared@100 80.5 °C");
    }

    @Test
    void theDeadBandCountsNoMoreOnceTheValueIsOnItsWayBack() {
        rule = range(null, 80.0, 2, 0, 10);
        value(0, 81);
        value(1, 77);
        value(5, 79);
        value(11, 79);

        assertThat(changes).containsExactly("raised@0 81.0 °C", "cleared@11 81.0 °C");
    }

    @Test
    void whatIsShorterThanTheOnDelayIsNoAlarm() {
        rule = range(null, 80.0, 0, 5, 0);
        value(0, 81);
        value(4, 81);
        value(4.9, 79);
        value(6, 81);
        assertThat(changes).isEmpty();

        value(11, 82);

        assertThat(changes).containsExactly("raised@11 81.0 °C");
    }

    @Test
    void aValueCountsUntilTheNextOne() {
        rule = range(null, 80.0, 0, 5, 0);
        value(0, 81);
        value(60, 79);

        assertThat(changes).containsExactly("raised@5 81.0 °C", "cleared@60 81.0 °C");
    }

    @Test
    void theClockEndsADelayWhenNothingMoreComes() {
        rule = range(null, 80.0, 0, 5, 10);
        value(0, 81);
        tick(4.9);
        assertThat(changes).isEmpty();
        tick(5);
        tick(6);
        assertThat(changes).containsExactly("raised@5 81.0 °C");

        value(20, 79);
        tick(29);
        tick(30);
        tick(31);

        assertThat(changes).containsExactly("raised@5 81.0 °C", "cleared@30 81.0 °C");
    }

    @Test
    void aReadingJustBeforeTheClockStillCounts() {
        rule = range(null, 80.0, 0, 5, 0);
        value(0, 81);
        tick(5);
        value(4.9, 79);

        assertThat(changes).containsExactly("raised@5 81.0 °C", "cleared@4.9 81.0 °C");
    }

    @Test
    void aDeviceWhoseClockIsBehindGetsTheWholeDelay() {
        rule = range(null, 80.0, 0, 5, 0);
        apply(AlarmEvaluator.value(rule, state, 81, "°C", null, at(-600), at(0)));
        tick(4);
        assertThat(changes).isEmpty();

        tick(5);

        assertThat(changes).containsExactly("raised@-595 81.0 °C");
    }

    @Test
    void withAnOffDelayFlappingIsOneAlarm() {
        rule = range(null, 80.0, 0, 0, 10);
        for (int i = 0; i < 100; i++) {
            value(i, i % 5 == 0 ? 85 : 70);
        }
        tick(200);

        assertThat(changes).containsExactly("raised@0 85.0 °C", "cleared@106 85.0 °C");
    }

    @Test
    void anotherAlarmHasALargerNumber() {
        value(0, 81);
        long first = state.occurrence();
        AlarmStep cleared = AlarmEvaluator.value(rule, state, 70, null, null, at(1), at(0));
        AlarmStep raised = AlarmEvaluator.value(rule, cleared.state(), 81, null, null, at(2), at(0));

        assertThat(first).isEqualTo(T);
        assertThat(cleared.changes().get(0).occurrence()).isEqualTo(first);
        assertThat(raised.changes().get(0).occurrence()).isEqualTo(first + 1);
    }

    @Test
    void whatComesAgainOrTooLateSaysNothing() {
        value(0, 81);
        value(10, 70);
        value(0, 81);
        value(5, 99);

        assertThat(changes).hasSize(2);
    }

    @Test
    void anOrdinaryReadingChangesNothingAtAll() {
        value(0, 81);
        AlarmState active = state;

        assertThat(AlarmEvaluator.value(rule, active, 85, null, null, at(1), at(1)).state()).isSameAs(active);
        assertThat(AlarmEvaluator.value(rule, AlarmState.NONE, 5, null, null, at(1), at(1)).state())
                .isSameAs(AlarmState.NONE);
    }

    @Test
    void whatIsNoNumberSaysNothingOfALimit() {
        value(0, 81);
        apply(AlarmEvaluator.value(rule, state, NAN, null, "no_data", at(1), at(1)));

        assertThat(changes).hasSize(1);
        assertThat(state.phase()).isEqualTo(AlarmState.Phase.ACTIVE);
    }

    @Test
    void theRangeOfTheDescriptionIsAStatus() {
        rule = new AlarmRule(1, AlarmKind.RANGE, null, null, null, true, 0, 0, 0, List.of(), 0, 0, 0);
        apply(AlarmEvaluator.value(rule, state, 900, "bar", "out_of_range", at(0), at(0)));
        apply(AlarmEvaluator.value(rule, state, NAN, null, "no_data", at(1), at(1)));
        apply(AlarmEvaluator.value(rule, state, 5, "bar", null, at(2), at(2)));

        assertThat(changes).containsExactly("raised@0 900.0 bar", "cleared@2 900.0 bar");
    }

    @Test
    void aSpecialStateHasToLast() {
        rule = new AlarmRule(1, AlarmKind.STATUS, "level", null, null, false, 0, 0, 0, List.of("no_data"), 0,
                5_000, 0);
        status(0, "no_data");
        status(3, null);
        status(4, "no_data");
        status(5, "invalid");
        status(6, "no_data");
        status(10, "no_data");
        assertThat(changes).isEmpty();

        status(11, "no_data");
        status(12, null);

        assertThat(changes).containsExactly("raised@11 NaN no_data", "cleared@12 NaN no_data");
    }

    @Test
    void anySpecialStateCountsWhereNoneIsNamed() {
        rule = new AlarmRule(1, AlarmKind.STATUS, null, null, null, false, 0, 0, 0, List.of(), 0, 0, 0);
        status(0, "invalid");
        status(1, "no_data");
        status(2, null);

        assertThat(changes).containsExactly("raised@0 NaN invalid", "cleared@2 NaN invalid");
    }

    @Test
    void aChangeIsTooFastWhenItIsTooLargeWithinTheTime() {
        rule = new AlarmRule(1, AlarmKind.RATE, "temperature", null, null, false, 0, 5, 60_000, List.of(), 0, 0, 0);
        value(0, 20);
        value(30, 24);
        value(61, 24.5);
        value(122, 29);
        assertThat(changes).isEmpty();

        value(130, 35);
        value(150, 36);
        assertThat(changes).containsExactly("raised@130 35.0 °C");

        value(191, 36);

        assertThat(changes).containsExactly("raised@130 35.0 °C", "cleared@191 35.0 °C");
    }

    @Test
    void aSlowChangeOverALongGapIsNotTooFast() {
        rule = new AlarmRule(1, AlarmKind.RATE, "temperature", null, null, false, 0, 5, 60_000, List.of(), 0, 0, 0);
        value(0, 20);
        value(600, 60);
        assertThat(changes).isEmpty();

        value(1200, 200);

        assertThat(changes).containsExactly("raised@1200 200.0 °C");
    }

    @Test
    void theStateSurvivesAsText() {
        rule = new AlarmRule(1, AlarmKind.RATE, "temperature", null, null, false, 0, 5, 60_000, List.of(), 0, 0, 0);
        value(0, 20);
        value(30, 40);
        apply(AlarmEvaluator.observe(rule, state, AlarmVerdict.RIGHT, NAN, null, at(40), at(40)));

        assertThat(AlarmState.read(state.write())).isEqualTo(state);
        assertThat(AlarmState.read(AlarmState.NONE.write())).isEqualTo(AlarmState.NONE);
        assertThat(AlarmState.read(state.wrong(1, "a|b").write()).detail()).isEqualTo("a|b");
        assertThat(AlarmState.read(null)).isEqualTo(AlarmState.NONE);
        assertThat(AlarmState.read("nonsense")).isEqualTo(AlarmState.NONE);
        assertThat(AlarmState.read("XX|1|x|1|1|1|1|1|")).isEqualTo(AlarmState.NONE);
    }

    private void value(double seconds, double number) {
        apply(AlarmEvaluator.value(rule, state, number, "°C", null, at(seconds), at(seconds)));
    }

    private void status(double seconds, String status) {
        apply(AlarmEvaluator.value(rule, state, NAN, null, status, at(seconds), at(seconds)));
    }

    private void tick(double seconds) {
        apply(AlarmEvaluator.tick(rule, state, at(seconds)));
    }

    private void apply(AlarmStep step) {
        state = step.state();
        for (AlarmChange change : step.changes()) {
            changes.add((change.raised() ? "raised@" : "cleared@")
                    + String.valueOf((change.at() - T) / 1000.0).replaceAll("\\.0$", "") + ' ' + change.value() + ' '
                    + change.detail());
        }
    }

    private static long at(double seconds) {
        return T + Math.round(seconds * 1000);
    }

    private static AlarmRule range(Double low, Double high, double deadBand, long on, long off) {
        return new AlarmRule(1, AlarmKind.RANGE, "temperature", low, high, false, deadBand, 0, 0, List.of(), 0,
                on * 1000, off * 1000);
    }
}
