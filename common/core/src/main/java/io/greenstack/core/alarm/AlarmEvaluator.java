package io.greenstack.core.alarm;

import java.util.ArrayList;
import java.util.List;

import io.greenstack.core.alarm.AlarmState.Phase;
import io.greenstack.core.processdata.DecodedValue;

/**
 * Evaluates rules: a function of the rule, what is remembered and what is observed, without a clock of its own.
 * <p>
 * A value counts until the next one. So a delay is over when it has passed by the times of the observations, or by our clock when
 * nothing more is observed, whichever is first. An observation that is older than the one that last changed something says nothing;
 * so one that comes again, or too late, neither raises nor clears an alarm.
 */
public final class AlarmEvaluator {

    private AlarmEvaluator() {}

    /**
     * A value was measured.
     *
     * @param number the value as a number, NaN if it is none
     * @param unit its unit, null if none
     * @param status why it is no ordinary value, null if it is one
     * @param time when it was measured
     * @param now our clock
     */
    public static AlarmStep value(AlarmRule rule, AlarmState state, double number, String unit, String status,
            long time, long now) {
        if (time < state.at() || rule.kind() == AlarmKind.RATE && time <= state.referenceAt()) {
            return new AlarmStep(state, List.of());
        }
        AlarmVerdict verdict = switch (rule.kind()) {
            case RANGE -> range(rule, state, number, status);
            case RATE -> rate(rule, state, number, time);
            case STATUS -> status == null || !rule.statuses().isEmpty() && !rule.statuses().contains(status)
                    ? AlarmVerdict.RIGHT
                    : AlarmVerdict.WRONG;
            default -> AlarmVerdict.NOTHING;
        };
        AlarmState measured = rule.kind() == AlarmKind.RATE && !Double.isNaN(number)
                && (verdict != AlarmVerdict.NOTHING || state.referenceAt() == 0)
                        ? state.measuredFrom(number, time)
                        : state;
        String detail = rule.kind() == AlarmKind.STATUS ? status : unit;
        return observe(rule, measured, verdict, number, detail, time, now);
    }

    private static AlarmVerdict range(AlarmRule rule, AlarmState state, double number, String status) {
        if (rule.described()) {
            if (DecodedValue.OUT_OF_RANGE.equals(status)) {
                return AlarmVerdict.WRONG;
            }
            return status == null ? AlarmVerdict.RIGHT : AlarmVerdict.NOTHING;
        }
        if (Double.isNaN(number)) {
            return AlarmVerdict.NOTHING;
        }
        double back = state.phase() == Phase.ACTIVE ? rule.deadBand() : 0;
        boolean wrong = rule.high() != null && number > rule.high() - back
                || rule.low() != null && number < rule.low() + back;
        return wrong ? AlarmVerdict.WRONG : AlarmVerdict.RIGHT;
    }

    /** A change is too fast as soon as it is too large within the time; that it is slow enough is known when the time is over. */
    private static AlarmVerdict rate(AlarmRule rule, AlarmState state, double number, long time) {
        if (Double.isNaN(number) || state.referenceAt() == 0) {
            return AlarmVerdict.NOTHING;
        }
        double change = Math.abs(number - state.reference());
        long passed = time - state.referenceAt();
        if (passed >= rule.over()) {
            return change * rule.over() / passed > rule.change() ? AlarmVerdict.WRONG : AlarmVerdict.RIGHT;
        }
        return change > rule.change() ? AlarmVerdict.WRONG : AlarmVerdict.NOTHING;
    }

    /**
     * Something was observed of the device as a whole.
     *
     * @param number what to tell of it, NaN if nothing
     * @param time of the observation
     * @param now our clock
     */
    public static AlarmStep observe(AlarmRule rule, AlarmState state, AlarmVerdict verdict, double number,
            String detail,
            long time, long now) {
        List<AlarmChange> changes = new ArrayList<>(2);
        if (time < state.at()) {
            return new AlarmStep(state, changes);
        }
        AlarmState next = passed(rule, state, time, false, now, changes);
        String text = detail == null ? "" : detail;
        AlarmState judged = switch (verdict) {
            case WRONG -> wrong(rule, next, number, text, time, now, changes);
            case RIGHT -> right(rule, next, time, now, changes);
            case NOTHING -> next;
        };
        return new AlarmStep(judged == next ? next : judged.seen(time), changes);
    }

    /**
     * Time has passed.
     *
     * @param now our clock
     */
    public static AlarmStep tick(AlarmRule rule, AlarmState state, long now) {
        List<AlarmChange> changes = new ArrayList<>(1);
        return new AlarmStep(passed(rule, state, now, true, now, changes), changes);
    }

    private static AlarmState passed(AlarmRule rule, AlarmState state, long time, boolean byClock, long now,
            List<AlarmChange> changes) {
        long delay = state.phase() == Phase.PENDING ? rule.onDelay() : rule.offDelay();
        boolean waits = state.phase() == Phase.PENDING || state.phase() == Phase.CLEARING;
        if (!waits || (byClock ? now < state.due() : time - state.since() < delay)) {
            return state;
        }
        long at = state.since() + delay;
        return state.phase() == Phase.PENDING
                ? raise(state.phase(Phase.PENDING, at, 0), now, changes)
                : clear(state, at, changes);
    }

    private static AlarmState wrong(AlarmRule rule, AlarmState state, double number, String detail, long time, long now,
            List<AlarmChange> changes) {
        return switch (state.phase()) {
            case NORMAL -> {
                AlarmState pending = state.wrong(number, detail).phase(Phase.PENDING, time, now + rule.onDelay());
                yield rule.onDelay() == 0 ? raise(pending, now, changes) : pending;
            }
            case CLEARING -> state.phase(Phase.ACTIVE, time, 0);
            default -> state;
        };
    }

    private static AlarmState right(AlarmRule rule, AlarmState state, long time, long now, List<AlarmChange> changes) {
        return switch (state.phase()) {
            case PENDING -> state.phase(Phase.NORMAL, time, 0);
            case ACTIVE -> rule.offDelay() == 0
                    ? clear(state, time, changes)
                    : state.phase(Phase.CLEARING, time, now + rule.offDelay());
            default -> state;
        };
    }

    private static AlarmState raise(AlarmState state, long now, List<AlarmChange> changes) {
        AlarmState raised = state.raised(Math.max(state.occurrence() + 1, now));
        changes.add(new AlarmChange(true, raised.occurrence(), state.since(), state.value(), state.detail()));
        return raised;
    }

    private static AlarmState clear(AlarmState state, long at, List<AlarmChange> changes) {
        changes.add(new AlarmChange(false, state.occurrence(), at, state.value(), state.detail()));
        return state.phase(Phase.NORMAL, at, 0);
    }
}
