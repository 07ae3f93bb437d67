package io.greenstack.bridge.shadow;

/**
 * A report that was understood.
 *
 * @param index its message in the batch
 * @param json its object in the request to the api-service
 */
record ReportItem(int index, byte[] json) {}
