package io.greenstack.core.message;

/**
 * What is wrong with one item of a message whose other items are kept.
 *
 * @param reason one of {@link RejectReason}
 * @param detail for people: the item, what is wrong with it, and its position
 */
public record ItemFault(String reason, String detail) {

    static ItemFault of(PayloadException fault) {
        return new ItemFault(fault.reason(), fault.getMessage());
    }

    /** The same as a failure of the whole message, which has no other item. */
    public PayloadException ofAll() {
        return new PayloadException(reason, detail);
    }
}
