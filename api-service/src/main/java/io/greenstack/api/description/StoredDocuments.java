package io.greenstack.api.description;

/**
 * Names of the members of stored documents that are read without the whole of them: the contract between the formats, which
 * write the documents, and all who read a part. Whatever else is in them is the business of their format.
 */
public final class StoredDocuments {

    /** Of a detail, if the format has texts in languages: their codes, the primary one first. */
    public static final String LANGUAGES = "languages";
    /** Of a detail, if the format has events: objects with {@link #CODE} and {@link #NAME}. */
    public static final String EVENTS = "events";
    /** Of a detail, if the format has parameters: they. */
    public static final String PARAMETERS = "parameters";
    /** Of an event: its number. */
    public static final String CODE = "code";
    /** Of an event: its name. */
    public static final String NAME = "name";

    private StoredDocuments() {}
}
