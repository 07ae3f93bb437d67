package io.greenstack.edge.api;

/**
 * What one message contributes to a request.
 *
 * @param index its message in the batch
 * @param device its device
 * @param json its object in the request to the api-service
 */
record ForwardItem(int index, String device, byte[] json) {}
