package io.greenstack.descriptions.eds.view;

import java.util.List;

import io.greenstack.descriptions.eds.model.EdsSection;

/**
 * A section with all its entries as they stand, understood or not.
 *
 * @param name name between the brackets
 * @param line line of the header
 * @param entries entries in file order
 */
public record SectionView(String name, int line, List<EntryView> entries) {

    /**
     * An entry.
     *
     * @param keyword keyword, empty for damaged text
     * @param complete false if the entry is damaged
     * @param vendorSpecific true for the own keywords of a vendor
     * @param fields fields as text: strings without quotes, adjacent ones joined
     */
    public record EntryView(String keyword, int line, boolean complete, boolean vendorSpecific, List<String> fields) {}

    /** The view of a section. */
    public static SectionView of(EdsSection section) {
        return new SectionView(section.name(), section.line(), section.entries().stream()
                .map(entry -> new EntryView(entry.keyword(), entry.line(), entry.complete(), entry.vendorSpecific(),
                        entry.fields().stream().map(field -> field.text()).toList()))
                .toList());
    }
}
