package io.greenstack.descriptions.iodd.model;

/**
 * The program that checked the file.
 *
 * @param name name
 * @param version version
 * @param source place in the file
 */
public record Checker(String name, String version, Source source) implements IoddNode {}
