package io.greenstack.core.message;

/**
 * What a payload may contain at most.
 *
 * @param octets size of the payload
 * @param depth nesting of objects and lists
 * @param parameters named values in one message
 * @param nameLength characters of a parameter's name
 * @param textLength characters of a text value or unit
 */
public record PayloadLimits(int octets, int depth, int parameters, int nameLength, int textLength) {

    /** 256 KiB, 8 levels, 1,000 parameters, names of 128 and texts of 4,096 characters. */
    public static final PayloadLimits DEFAULT = new PayloadLimits(256 * 1024, 8, 1_000, 128, 4_096);

    public PayloadLimits {
        if (octets < 1 || depth < 1 || parameters < 1 || nameLength < 1 || textLength < 1) {
            throw new IllegalArgumentException("Limits are 1 or more");
        }
    }
}
