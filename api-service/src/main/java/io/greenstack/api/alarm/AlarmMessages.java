package io.greenstack.api.alarm;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;

import io.greenstack.api.platform.Durations;
import io.greenstack.core.alarm.AlarmRule;

/** Says what is wrong in one sentence. */
final class AlarmMessages {

    private static final MathContext DIGITS = new MathContext(6);

    private AlarmMessages() {}

    /**
     * What a rule found.
     *
     * @param parameter the parameter, empty if it is about the device as a whole
     * @param value the value that was wrong, null if there is none
     * @param detail its unit or status, may be empty
     */
    static String of(AlarmRule rule, String parameter, Double value, String detail) {
        String measured = value == null ? "" : number(value) + (detail.isEmpty() ? "" : " " + detail);
        return switch (rule.kind()) {
            case RANGE -> parameter + " is " + (measured.isEmpty() ? "wrong" : measured) + range(rule, value);
            case RATE -> parameter + " changed by more than " + number(rule.change())
                    + (detail.isEmpty() ? "" : " " + detail) + " within " + time(rule.over())
                    + (measured.isEmpty() ? "" : ", to " + measured);
            case STATUS -> parameter + " has no measurement: " + (detail.isEmpty() ? "special state" : detail);
            case SILENCE -> "No message for " + time(rule.over());
            case DISCONNECTED -> "The device is disconnected";
            case DEAD_LETTERS -> (value == null ? rule.count() : value.intValue())
                    + " dead letter(s) within " + time(rule.over());
        };
    }

    private static String range(AlarmRule rule, Double value) {
        if (rule.described()) {
            return ", outside of the range of its description";
        }
        if (value == null) {
            return "";
        }
        return rule.high() != null && value > rule.high()
                ? ", above " + number(rule.high())
                : rule.low() != null && value < rule.low() ? ", below " + number(rule.low()) : "";
    }

    private static String number(double number) {
        BigDecimal rounded = new BigDecimal(Double.toString(number)).round(DIGITS).stripTrailingZeros();
        return Math.abs(rounded.scale()) > DIGITS.getPrecision() + 1 ? rounded.toString() : rounded.toPlainString();
    }

    private static String time(long millis) {
        return Durations.text(Duration.ofMillis(millis));
    }
}
