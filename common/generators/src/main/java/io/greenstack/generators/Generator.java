package io.greenstack.generators;

/** Makes a file out of a description. Implementations are immutable, and give the same octets for the same blueprint. */
public interface Generator {

    /**
     * What it makes.
     *
     * @param id stable name in paths, {@code [a-z0-9-]}
     * @param title name for screens
     * @param description what the file is for and where it goes, in one or two sentences
     */
    record About(String id, String title, String description) {}

    /** What it makes. */
    About about();

    /** Its stable name. */
    default String id() {
        return about().id();
    }

    /** The file. */
    GeneratedFile generate(Blueprint blueprint);
}
