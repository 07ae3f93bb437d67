package io.greenstack.descriptions.iodd.model;

import java.util.List;

/**
 * How one process data is shown.
 *
 * @param processDataId id of the ProcessDataIn or ProcessDataOut
 * @param infos one for simple types and arrays, else one an item
 * @param source place in the file
 */
public record ProcessDataRef(String processDataId, List<ProcessDataInfo> infos, Source source) implements IoddNode {

    public ProcessDataRef {
        infos = List.copyOf(infos);
    }
}
