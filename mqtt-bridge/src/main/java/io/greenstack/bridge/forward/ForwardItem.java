package io.greenstack.bridge.forward;

/**
 * What one message contributes to a request.
 *
 * @param index its message in the batch
 * @param json its object in the request to the api-service
 */
public record ForwardItem(int index, byte[] json) {}
