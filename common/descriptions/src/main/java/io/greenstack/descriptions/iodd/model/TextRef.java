package io.greenstack.descriptions.iodd.model;

/**
 * Reference to a text: {@code Name}, {@code Description}, {@code VendorText} and so on.
 *
 * @param textId id of the text; see {@link ExternalTextCollection}
 */
public record TextRef(String textId, Source source) implements IoddNode {}
