package io.greenstack.descriptions.iodd.model;

/**
 * The process data of one direction.
 *
 * @param element {@code ProcessDataIn} or {@code ProcessDataOut}
 * @param id id
 * @param bitLength length in bits, null if absent or not understood
 * @param type type
 * @param name name
 * @param source place in the file
 */
public record ProcessDataItem(String element, String id, Integer bitLength, TypeUse type, TextRef name,
        Source source) implements IoddNode {}
