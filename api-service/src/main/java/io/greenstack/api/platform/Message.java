package io.greenstack.api.platform;

/**
 * One sentence about what was done.
 *
 * @param message text for a person
 */
public record Message(String message) {}
