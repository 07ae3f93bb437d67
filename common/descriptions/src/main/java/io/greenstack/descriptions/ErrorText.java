package io.greenstack.descriptions;

/**
 * An error of a device in the words of its description.
 *
 * @param name what is wrong
 * @param description more of it, and what to do, null where the description does not say
 */
public record ErrorText(String name, String description) {}
