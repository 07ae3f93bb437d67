package io.greenstack.descriptions;

/** What a stored file is to its description. */
public enum FileRole {
    /** The description itself. */
    MAIN,
    /** Texts in another language. */
    LANGUAGE,
    /** A picture. */
    IMAGE,
    /** Anything else that came in the package and is kept. */
    OTHER
}
