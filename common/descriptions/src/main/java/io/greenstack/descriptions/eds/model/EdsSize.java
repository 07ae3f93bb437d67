package io.greenstack.descriptions.eds.model;

/**
 * A size: a number, or the value of a parameter.
 *
 * @param value the number, null if it is no number
 * @param reference the parameter that holds the size, {@link EdsReference#NONE} if none
 */
public record EdsSize(Integer value, EdsReference reference) {

    /** Not given. */
    public static final EdsSize NONE = new EdsSize(null, EdsReference.NONE);

    /** Reads a field. */
    public static EdsSize of(EdsField field) {
        if (field.isEmpty()) {
            return NONE;
        }
        EdsReference reference = EdsReference.of(field);
        if (reference.isEntry()) {
            return new EdsSize(null, reference);
        }
        return new EdsSize(field.intValue(), EdsReference.NONE);
    }

    /** True if no size is given. */
    public boolean isNone() {
        return value == null && reference.isNone();
    }
}
