package io.greenstack.descriptions.iodd.model;

/**
 * A standard event.
 *
 * @param code event code
 * @param source place in the file
 */
public record StdEventRef(Integer code, Source source) implements EventEntry {}
