package io.greenstack.descriptions.iodd.model;

/**
 * How to raise an event in a test.
 *
 * @param appearValue value that lets the event appear
 * @param disappearValue value that lets it disappear
 * @param source place in the file
 */
public record EventTrigger(Integer appearValue, Integer disappearValue, Source source) implements IoddNode {}
