package io.greenstack.descriptions.iodd.model;

import java.util.List;

/**
 * Transport layers.
 *
 * @param physicalLayers physical layers
 * @param source place in the file
 */
public record TransportLayers(List<PhysicalLayer> physicalLayers, Source source) implements IoddNode {

    public TransportLayers {
        physicalLayers = List.copyOf(physicalLayers);
    }
}
