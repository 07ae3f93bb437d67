package io.greenstack.descriptions.iodd.model;

/**
 * A menu of a role.
 *
 * @param menuId menu
 * @param xsiType {@code xsi:type}, null if not given
 * @param source place in the file
 */
public record MenuSetRef(String menuId, String xsiType, Source source) implements IoddNode {}
