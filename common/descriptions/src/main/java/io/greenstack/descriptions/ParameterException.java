package io.greenstack.descriptions;

/** A value that cannot be coded, or octets that cannot be decoded. */
public class ParameterException extends RuntimeException {

    /** The description has no such parameter. */
    public static final String UNKNOWN_PARAMETER = "unknown-parameter";
    /** The parameter has no such item. */
    public static final String UNKNOWN_ITEM = "unknown-item";
    /** An item has neither a value nor a default. */
    public static final String MISSING_ITEM = "missing-item";
    /** The parameter, or the item, may not be written. */
    public static final String READ_ONLY = "read-only";
    /** The parameter, or the item, may not be read. */
    public static final String WRITE_ONLY = "write-only";
    /** The device takes only the whole of this parameter. */
    public static final String NO_SUBINDEX_ACCESS = "no-subindex-access";
    /** The description does not say enough of the datatype. */
    public static final String UNKNOWN_DATATYPE = "unknown-datatype";
    /** The value is of another kind than the datatype. */
    public static final String WRONG_TYPE = "wrong-type";
    /** The value is none that the description allows, or does not fit the datatype. */
    public static final String OUT_OF_RANGE = "value-out-of-range";
    /** The text or octets have another length than the datatype takes. */
    public static final String WRONG_LENGTH = "wrong-length";

    private final transient ParameterError error;

    public ParameterException(String field, String code, String message) {
        super(message, null, false, false);
        this.error = new ParameterError(field, code, message);
    }

    /** Where and why. */
    public ParameterError error() {
        return error;
    }
}
