package io.greenstack.descriptions.iodd.model;

import java.util.List;

/**
 * An element that only holds others: {@code VariableCollection}, {@code TransportLayers} and so on.
 *
 * @param <T> what it holds
 * @param nodes elements in document order
 * @param source place in the file
 */
public record NodeList<T extends IoddNode>(List<T> nodes, Source source) implements IoddNode {

    public NodeList {
        nodes = List.copyOf(nodes);
    }
}
