package io.greenstack.descriptions.iodd.model;

/**
 * One alternative of the process data.
 *
 * @param condition when it holds, null = always
 * @param in what the device sends, null if nothing
 * @param out what the device receives, null if nothing
 */
public record ProcessData(String id, Condition condition, ProcessDataItem in, ProcessDataItem out,
        Source source) implements IoddNode {

    /**
     * The process data of one direction.
     *
     * @param element {@code ProcessDataIn} or {@code ProcessDataOut}
     * @param bitLength length in bits, null if absent or not understood
     */
    public record ProcessDataItem(String element, String id, Integer bitLength, TypeUse type, TextRef name,
            Source source) implements IoddNode {}
}
