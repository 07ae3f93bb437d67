package io.greenstack.descriptions.iodd.model;

/** An event: the device's own, or a reference to a standard one. */
public sealed interface EventEntry extends IoddNode {

    /** Event code, 0..65535. */
    Integer code();

    /**
     * A standard event.
     *
     * @param code event code
     */
    record StdEventRef(Integer code, Source source) implements EventEntry {}

    /**
     * An event of the vendor.
     *
     * @param code event code
     * @param type {@code Notification}, {@code Warning}, {@code Error}, in 1.0.1 {@code Message}
     * @param mode mode (1.0.1), null if none
     * @param description description, null if none
     */
    record Event(Integer code, String type, String mode, TextRef name, TextRef description,
            Source source) implements EventEntry {}
}
