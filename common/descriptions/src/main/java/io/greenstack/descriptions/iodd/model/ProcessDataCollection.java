package io.greenstack.descriptions.iodd.model;

import java.util.List;

/**
 * The process data of the device, clause 7.5.5.
 *
 * @param processData alternatives in document order
 * @param source place in the file
 */
public record ProcessDataCollection(List<ProcessData> processData, Source source) implements IoddNode {

    public ProcessDataCollection {
        processData = List.copyOf(processData);
    }
}
