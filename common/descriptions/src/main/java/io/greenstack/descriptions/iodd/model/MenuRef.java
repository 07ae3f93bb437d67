package io.greenstack.descriptions.iodd.model;

/**
 * A menu within a menu.
 *
 * @param menuId menu
 * @param condition when it is shown, null = always
 * @param source place in the file
 */
public record MenuRef(String menuId, Condition condition, Source source) implements MenuItem {}
