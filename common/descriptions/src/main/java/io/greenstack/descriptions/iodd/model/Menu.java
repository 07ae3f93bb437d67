package io.greenstack.descriptions.iodd.model;

import java.util.List;

/**
 * A menu.
 *
 * @param id id
 * @param name name, null if none
 * @param items items in document order
 * @param source place in the file
 */
public record Menu(String id, TextRef name, List<MenuItem> items, Source source) implements IoddNode {

    public Menu {
        items = List.copyOf(items);
    }
}
