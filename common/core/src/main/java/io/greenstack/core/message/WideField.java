package io.greenstack.core.message;

import java.util.Set;

/**
 * Name of a field in the wide layout of points, where a line has all values of a message. The unit is part of the name, so that
 * the values of another unit are another field: {@code temperature [°C]}. A label or a status has the same name behind a prefix,
 * so that a field is a number or a text for ever.
 *
 * @param kind what the field holds
 * @param parameter parameter key
 * @param unit symbol of the unit, null if none
 */
public record WideField(Kind kind, String parameter, String unit) {

    /** What the names of labels begin with. */
    public static final String LABEL = "label:";
    /** What the names of states begin with. */
    public static final String STATUS = "status:";

    private static final String OPEN = " [";
    private static final char CLOSE = ']';
    private static final Set<String> COLUMNS = Set.of("device_id", "result", "table", "time", "error", "reference");

    /** What a field holds. */
    public enum Kind {
        /** A float. */
        NUMBER,
        /** A text. */
        LABEL,
        /** A text. */
        STATUS
    }

    /** Whether the names are told apart from all others; those that are not stay in the narrow layout. */
    public static boolean fits(String parameter, String unit) {
        return !parameter.startsWith(LABEL) && !parameter.startsWith(STATUS) && !parameter.startsWith("_")
                && !COLUMNS.contains(parameter) && (unit == null || !unit.contains(OPEN));
    }

    /** The name of the number; behind a prefix those of label and status. */
    public static String name(String parameter, String unit) {
        if (unit != null && !unit.isEmpty()) {
            return parameter + OPEN + unit + CLOSE;
        }
        return parameter.charAt(parameter.length() - 1) == CLOSE ? parameter + OPEN + CLOSE : parameter;
    }

    /** Reads a name. */
    public static WideField parse(String name) {
        if (name.startsWith(LABEL)) {
            return parse(Kind.LABEL, name.substring(LABEL.length()));
        }
        return name.startsWith(STATUS)
                ? parse(Kind.STATUS, name.substring(STATUS.length()))
                : parse(Kind.NUMBER, name);
    }

    private static WideField parse(Kind kind, String name) {
        int open = name.isEmpty() || name.charAt(name.length() - 1) != CLOSE ? -1 : name.lastIndexOf(OPEN);
        if (open < 0) {
            return new WideField(kind, name, null);
        }
        String unit = name.substring(open + OPEN.length(), name.length() - 1);
        return new WideField(kind, name.substring(0, open), unit.isEmpty() ? null : unit);
    }
}
