package io.greenstack.descriptions.iodd.model;

/**
 * Document information, clause 7.2.
 *
 * @param version version of the file, {@code V1.2}
 * @param releaseDate date of release, {@code yyyy-mm-dd}
 * @param copyright copyright notice
 */
public record DocumentInfo(String version, String releaseDate, String copyright, Source source) implements IoddNode {}
