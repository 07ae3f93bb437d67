package io.greenstack.platform.outbound;

/**
 * What became of a message whose sender wants to know.
 *
 * @param position of the receipt, to remove it
 * @param id of the message
 * @param refusal why it can never be published, for people; null if the broker has acknowledged it
 */
public record OutboundReceipt(String position, String id, String refusal) {}
