package io.greenstack.descriptions.iodd.model;

/**
 * Reference to a variant.
 *
 * @param productId product id of the variant
 * @param source place in the file
 */
public record ProductRef(String productId, Source source) implements IoddNode {}
