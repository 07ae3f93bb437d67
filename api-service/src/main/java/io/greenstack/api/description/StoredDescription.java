package io.greenstack.api.description;

/**
 * What became of a draft.
 *
 * @param summary the stored description
 * @param created false when the same file was there already
 */
public record StoredDescription(DescriptionSummary summary, boolean created) {}
