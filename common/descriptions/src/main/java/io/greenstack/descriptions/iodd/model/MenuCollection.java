package io.greenstack.descriptions.iodd.model;

import java.util.List;

/**
 * All menus, clause 7.5.8.2.
 *
 * @param menus menus in document order
 * @param source place in the file
 */
public record MenuCollection(List<Menu> menus, Source source) implements IoddNode {

    public MenuCollection {
        menus = List.copyOf(menus);
    }
}
