package io.greenstack.descriptions.iodd.model;

/**
 * A text.
 *
 * @param element {@code Text}, or {@code TextRedefine} for another wording of a standard text
 * @param id text id
 * @param value the text
 * @param source place in the file
 */
public record Text(String element, String id, String value, Source source) implements IoddNode {}
