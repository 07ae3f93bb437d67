package io.greenstack.descriptions.iodd.model;

/**
 * A language file that stands beside a main file, clause 7.7.
 *
 * @param schemaLocation {@code xsi:schemaLocation}, null if none
 * @param documentInfo document information, null if none
 * @param language the texts
 * @param stamp stamp, null if none
 */
public record ExternalTextDocument(String schemaLocation, DocumentInfo documentInfo, Language language, Stamp stamp,
        Source source) implements IoddNode {}
