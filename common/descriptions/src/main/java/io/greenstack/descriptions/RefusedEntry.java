package io.greenstack.descriptions;

/**
 * A file of an import that cannot be used, while others can.
 *
 * @param path where it is
 * @param code stable kebab-case code, for example {@code wrong-root}
 * @param line line, from 1; 0 if none can be named
 * @param message what is wrong and what to do
 */
public record RefusedEntry(String path, String code, int line, String message) {}
