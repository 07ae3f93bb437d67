package io.greenstack.descriptions.iodd.model;

/**
 * A button that writes a value.
 *
 * @param buttonValue value that is written
 * @param description caption, null if none
 * @param actionStartedMessage message after the write, null if none
 * @param source place in the file
 */
public record Button(String buttonValue, TextRef description, TextRef actionStartedMessage,
        Source source) implements IoddNode {}
