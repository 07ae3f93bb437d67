package io.greenstack.descriptions.iodd.model;

/**
 * An item of a record, clause 7.5.3.2.
 *
 * @param subindex subindex, 1..255
 * @param bitOffset position of the lowest bit, counted from the least significant bit of the last octet
 * @param accessRightRestriction narrower access, null if none
 * @param type type of the item
 * @param name name
 * @param description description, null if none
 * @param source place in the file
 */
public record RecordItem(Integer subindex, Integer bitOffset, AccessRights accessRightRestriction, TypeUse type,
        TextRef name, TextRef description, Source source) implements IoddNode {}
