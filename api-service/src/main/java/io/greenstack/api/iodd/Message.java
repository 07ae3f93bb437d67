package io.greenstack.api.iodd;

/**
 * One sentence about what was done.
 *
 * @param message text for a person
 */
public record Message(String message) {}
