package io.greenstack.descriptions.iodd.model;

import java.util.List;

/**
 * An element that only holds others: {@code VariableCollection}, {@code TransportLayers} and so on.
 *
 * @param <T> what it holds
 * @param nodes elements in document order
 */
public record IoddList<T extends IoddNode>(List<T> nodes, Source source) implements IoddNode {

    public IoddList {
        nodes = List.copyOf(nodes);
    }
}
