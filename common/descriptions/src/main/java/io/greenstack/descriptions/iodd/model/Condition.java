package io.greenstack.descriptions.iodd.model;

/**
 * Holds when a parameter has a value.
 *
 * @param variableId variable
 * @param subindex record item of the variable, null = the whole variable
 * @param value value it must have, 0..255
 */
public record Condition(String variableId, Integer subindex, Integer value, Source source) implements IoddNode {}
