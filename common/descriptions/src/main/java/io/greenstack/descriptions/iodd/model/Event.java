package io.greenstack.descriptions.iodd.model;

/**
 * An event of the vendor.
 *
 * @param code event code
 * @param type {@code Notification}, {@code Warning}, {@code Error}, in 1.0.1 {@code Message}
 * @param mode mode (1.0.1), null if none
 * @param name name
 * @param description description, null if none
 * @param source place in the file
 */
public record Event(Integer code, String type, String mode, TextRef name, TextRef description,
        Source source) implements EventEntry {}
