package io.greenstack.descriptions.iodd.model;

/**
 * Reference to ISO 15745.
 *
 * @param part part
 * @param edition edition
 * @param technology profile technology
 * @param source place in the file
 */
public record Iso15745Reference(TextElement part, TextElement edition, TextElement technology,
        Source source) implements IoddNode {}
