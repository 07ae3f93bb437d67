package io.greenstack.descriptions.iodd.model;

import java.util.List;

/**
 * Errors the device answers with, clause 7.5.6.
 *
 * @param errors entries in document order
 * @param source place in the file
 */
public record ErrorTypeCollection(List<ErrorEntry> errors, Source source) implements IoddNode {

    public ErrorTypeCollection {
        errors = List.copyOf(errors);
    }
}
