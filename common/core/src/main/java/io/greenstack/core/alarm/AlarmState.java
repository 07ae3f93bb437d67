package io.greenstack.core.alarm;

/**
 * What is remembered of a rule at a device, or at one parameter of it.
 *
 * @param phase how far the alarm is
 * @param since when the condition was first seen as it is now, by the time of the observation
 * @param due when the delay of a phase that waits is over, by our clock; 0 if nothing is waited for
 * @param at time of the newest observation that changed something; older ones say nothing
 * @param occurrence number of the last alarm, 0 if there never was one; later ones have larger numbers
 * @param value the value that was wrong, NaN if none
 * @param detail its unit, or its status; may be empty
 * @param reference value that changes are measured from, NaN if none
 * @param referenceAt time of that value, 0 if none
 */
public record AlarmState(Phase phase, long since, long due, long at, long occurrence, double value, String detail,
        double reference, long referenceAt) {

    /** Nothing was ever observed. */
    public static final AlarmState NONE = new AlarmState(Phase.NORMAL, 0, 0, 0, 0, Double.NaN, "", Double.NaN, 0);

    private static final int PARTS = 9;

    /** How far an alarm is. */
    public enum Phase {
        /** All is well. */
        NORMAL,
        /** It is wrong, and the on-delay is not over. */
        PENDING,
        /** There is an alarm. */
        ACTIVE,
        /** It is right again, and the off-delay is not over: the alarm is still there. */
        CLEARING;

        /** Whether there is an alarm. */
        public boolean alarm() {
            return this == ACTIVE || this == CLEARING;
        }
    }

    /** An alarm that is there, of which nothing else is known any more. */
    public static AlarmState active(long since, long occurrence) {
        return new AlarmState(Phase.ACTIVE, since, 0, 0, occurrence, Double.NaN, "", Double.NaN, 0);
    }

    AlarmState phase(Phase next, long nextSince, long nextDue) {
        return new AlarmState(next, nextSince, nextDue, at, occurrence, value, detail, reference, referenceAt);
    }

    AlarmState seen(long time) {
        return new AlarmState(phase, since, due, time, occurrence, value, detail, reference, referenceAt);
    }

    AlarmState raised(long number) {
        return new AlarmState(Phase.ACTIVE, since, 0, at, number, value, detail, reference, referenceAt);
    }

    AlarmState wrong(double wrongValue, String wrongDetail) {
        return new AlarmState(phase, since, due, at, occurrence, wrongValue, wrongDetail, reference, referenceAt);
    }

    AlarmState measuredFrom(double from, long time) {
        return new AlarmState(phase, since, due, at, occurrence, value, detail, from, time);
    }

    /** As a text without line ends. */
    public String write() {
        return phase.name().substring(0, 2) + "|" + since + "|" + due + "|" + at + "|"
                + occurrence + "|" + number(value) + "|" + number(reference) + "|" + referenceAt + "|" + detail;
    }

    private static String number(double number) {
        return Double.isNaN(number) ? "" : Double.toString(number);
    }

    /** What a text of {@link #write} says; {@link #NONE} for null and for anything else. */
    public static AlarmState read(String text) {
        String[] parts = text == null ? new String[0] : text.split("\\|", PARTS);
        if (parts.length != PARTS) {
            return NONE;
        }
        try {
            return new AlarmState(phase(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]),
                    Long.parseLong(parts[3]), Long.parseLong(parts[4]), number(parts[5]), parts[8], number(parts[6]),
                    Long.parseLong(parts[7]));
        } catch (NumberFormatException e) {
            return NONE;
        }
    }

    private static double number(String text) {
        return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    }

    private static Phase phase(String beginning) {
        for (Phase phase : Phase.values()) {
            if (phase.name().startsWith(beginning)) {
                return phase;
            }
        }
        return Phase.NORMAL;
    }
}
