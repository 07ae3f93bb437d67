package io.greenstack.descriptions;

/** What a service has stored of a description; each part is loaded when it is asked for. */
public interface StoredContent {

    /** The model as JSON, as {@link ReadDescription#model()} was; null for a format that stores none. */
    String model();

    /** Octets of the main file. */
    byte[] mainFile();
}
