package io.greenstack.descriptions.iodd.model;

/**
 * An element that holds only text.
 *
 * @param text the text as written
 */
public record TextElement(String text, Source source) implements IoddNode {}
