package io.greenstack.core.processdata;

/** Values that cannot be written into process data. The message names the field and what it takes. */
public class EncodeException extends RuntimeException {

    /** The frame has no field of this key. */
    public static final String UNKNOWN_FIELD = "unknown-field";
    /** The value is of a kind the field cannot hold, or an unknown label. */
    public static final String BAD_VALUE = "bad-value";
    /** The value does not fit the field's bits, or none of its ranges. */
    public static final String OUT_OF_RANGE = "value-out-of-range";
    /** The layout has no frame of this direction, or the conditions of none hold. */
    public static final String NO_MATCHING_FRAME = DecodeException.NO_MATCHING_FRAME;
    /** The octets to start from do not have the frame's length. */
    public static final String WRONG_LENGTH = DecodeException.WRONG_LENGTH;

    private final String reason;
    private final String field;

    public EncodeException(String reason, String field, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
        this.field = field;
    }

    /** Stable kebab-case code, one of the constants of this class. */
    public String reason() {
        return reason;
    }

    /** Key of the field at fault, null if it is the frame. */
    public String field() {
        return field;
    }
}
