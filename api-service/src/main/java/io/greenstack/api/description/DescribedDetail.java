package io.greenstack.api.description;

/**
 * A description with its detail document.
 *
 * @param summary what lists show
 * @param detail detail document as JSON, in the primary language
 */
public record DescribedDetail(DescriptionSummary summary, String detail) {}
