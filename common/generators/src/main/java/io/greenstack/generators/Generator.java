package io.greenstack.generators;

/** Makes a file out of a description. Implementations are immutable, and give the same octets for the same blueprint. */
public interface Generator {

    /** Stable name in paths, {@code [a-z0-9-]}. */
    String id();

    /** Name for screens. */
    String title();

    /** What the file is for and where it goes, in one or two sentences. */
    String description();

    /** The file. */
    GeneratedFile generate(Blueprint blueprint);
}
