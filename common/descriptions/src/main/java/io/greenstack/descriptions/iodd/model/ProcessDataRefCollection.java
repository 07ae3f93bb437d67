package io.greenstack.descriptions.iodd.model;

import java.util.List;

/**
 * How process data is shown, clause 7.5.8.1.
 *
 * @param refs references in document order
 * @param source place in the file
 */
public record ProcessDataRefCollection(List<ProcessDataRef> refs, Source source) implements IoddNode {

    public ProcessDataRefCollection {
        refs = List.copyOf(refs);
    }
}
