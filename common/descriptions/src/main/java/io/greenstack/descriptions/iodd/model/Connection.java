package io.greenstack.descriptions.iodd.model;

import java.util.List;

/**
 * A connection and its wires.
 *
 * @param xsiType {@code M12-4ConnectionT} and so on
 * @param connectionSymbol file name of the picture, null if none
 * @param products variants it belongs to
 * @param description description, null if none
 * @param wires wires in document order
 * @param source place in the file
 */
public record Connection(String xsiType, String connectionSymbol, List<ProductRef> products, TextRef description,
        List<Wire> wires, Source source) implements IoddNode {

    public Connection {
        products = List.copyOf(products);
        wires = List.copyOf(wires);
    }
}
