package io.greenstack.descriptions.iodd.model;

/**
 * Default and flags of a record item.
 *
 * @param subindex subindex of the item
 * @param defaultValue default as written, null if none
 * @param modifiesOtherVariables null stands for false
 * @param excludedFromDataStorage null stands for false
 * @param source place in the file
 */
public record RecordItemInfo(Integer subindex, String defaultValue, Boolean modifiesOtherVariables,
        Boolean excludedFromDataStorage, Source source) implements IoddNode {}
