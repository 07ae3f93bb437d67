package io.greenstack.api.twin.model;

/** A document or patch goes beyond {@link TwinLimits}. */
public class TwinLimitException extends RuntimeException {

    /** Too many levels. */
    public static final String TOO_DEEP = "too-deep";
    /** Too many octets or values. */
    public static final String TOO_LARGE = "payload-too-large";
    /** A name that cannot be stored. */
    public static final String BAD_NAME = "bad-name";
    /** A value that cannot be stored. */
    public static final String BAD_VALUE = "bad-value";

    private final String code;
    private final String field;

    TwinLimitException(String code, String field, String message) {
        super(message);
        this.code = code;
        this.field = field;
    }

    /** One of the constants. */
    public String code() {
        return code;
    }

    /** JSON pointer of the member, or the half that is too large. */
    public String field() {
        return field;
    }
}
