package io.greenstack.bridge.master;

/** Why a master did not do what it was asked for, in plain words. Carries no stack trace, because masters are often away. */
public class AdapterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Whose fault it is. */
    public enum Kind {
        /** The master does not answer, or not in time. */
        AWAY,
        /** It may not be called, or does not let us in, or is none. */
        REFUSED,
        /** The device, or the master for it, says no. */
        DEVICE
    }

    private final Kind kind;
    private final String code;

    /**
     * @param code for machines: of IO-Link as {@code 0x8011}, else in kebab-case
     * @param reason for people
     */
    public AdapterException(Kind kind, String code, String reason) {
        super(reason, null, false, false);
        this.kind = kind;
        this.code = code;
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    /** Of whatever went wrong. */
    static AdapterException of(Throwable failure) {
        return failure instanceof AdapterException known
                ? known
                : new AdapterException(Kind.AWAY, "master-away",
                        "The master does not answer: "
                                + (failure.getMessage() == null
                                        ? failure.getClass().getSimpleName()
                                        : failure.getMessage()));
    }
}
