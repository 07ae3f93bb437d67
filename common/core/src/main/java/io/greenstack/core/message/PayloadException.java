package io.greenstack.core.message;

/**
 * A message that can never succeed, whatever is repaired on our side. Thrown without a stack trace: it tells about the
 * data, not about the code.
 */
public class PayloadException extends RuntimeException {

    private final String reason;

    /**
     * @param reason one of {@link RejectReason}
     * @param detail for people: what is wrong, with the member and its position
     */
    public PayloadException(String reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    /** Stable code, one of {@link RejectReason}. */
    public String reason() {
        return reason;
    }
}
