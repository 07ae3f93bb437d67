package io.greenstack.descriptions.iodd.model;

/**
 * A unit.
 *
 * @param code unit code
 * @param abbr symbol
 * @param textId text id of the name
 * @param source place in the file
 */
public record Unit(Integer code, String abbr, String textId, Source source) implements IoddNode {}
