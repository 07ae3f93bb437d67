package io.greenstack.core.processdata;

/**
 * Octets that do not fit the layout. Thrown without a stack trace: it tells about the data, not about the code, and
 * may be thrown for every message of a wrongly bound device.
 */
public class DecodeException extends RuntimeException {

    /** No frame whose conditions hold has this number of octets. */
    public static final String WRONG_LENGTH = "wrong-length";

    /** The layout has no frame of this direction, or the conditions of none hold. */
    public static final String NO_MATCHING_FRAME = "no-matching-frame";

    private final String reason;

    public DecodeException(String reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    /** Stable kebab-case code: {@link #WRONG_LENGTH} or {@link #NO_MATCHING_FRAME}. */
    public String reason() {
        return reason;
    }
}
