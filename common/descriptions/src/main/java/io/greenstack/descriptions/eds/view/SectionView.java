package io.greenstack.descriptions.eds.view;

import java.util.ArrayList;
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
        return of(section, 0, section.entries().size());
    }

    /** Some entries of all sections, counted through the file; a section without one of them is left out, unless it is empty. */
    public static List<SectionView> of(List<EdsSection> sections, long offset, int size) {
        List<SectionView> views = new ArrayList<>();
        long begin = 0;
        for (EdsSection section : sections) {
            int entries = section.entries().size();
            int from = (int) Math.min(entries, Math.max(0, offset - begin));
            int to = (int) Math.max(from, Math.min(entries, offset + size - begin));
            boolean empty = entries == 0 && begin >= offset && begin <= offset + size;
            if (to > from || empty) {
                views.add(of(section, from, to));
            }
            begin += entries;
        }
        return views;
    }

    private static SectionView of(EdsSection section, int from, int to) {
        return new SectionView(section.name(), section.line(), section.entries().subList(from, to).stream()
                .map(entry -> new EntryView(entry.keyword(), entry.line(), entry.complete(), entry.vendorSpecific(),
                        entry.fields().stream().map(field -> field.text()).toList()))
                .toList());
    }
}
