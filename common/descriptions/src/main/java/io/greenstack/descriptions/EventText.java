package io.greenstack.descriptions;

/**
 * An event in words.
 *
 * @param code event code, 0..65535
 * @param type {@code Notification}, {@code Warning}, {@code Error} or as the file says, may be null
 * @param name what happened, may be null
 * @param description what to do, may be null
 * @param standard true if the words are those of the standard, not of the description
 */
public record EventText(int code, String type, String name, String description, boolean standard) {}
