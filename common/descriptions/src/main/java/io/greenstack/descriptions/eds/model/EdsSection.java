package io.greenstack.descriptions.eds.model;

import java.util.List;

/**
 * One section of the file with all its entries, understood or not.
 *
 * @param name name between the brackets
 * @param header token of the header
 * @param entries entries in file order
 * @param trailing comments after the last entry
 */
public record EdsSection(String name, EdsToken header, List<EdsFileEntry> entries, List<EdsToken> trailing) {

    public EdsSection {
        entries = List.copyOf(entries);
        trailing = List.copyOf(trailing);
    }

    /** Line of the header, from 1. */
    public int line() {
        return header.line();
    }

    /** True if the section has this name, whatever the letter case. */
    public boolean is(String other) {
        return name.equalsIgnoreCase(other);
    }

    /** The first entry with this keyword, whatever its letter case; null if there is none. */
    public EdsFileEntry entry(String keyword) {
        for (EdsFileEntry entry : entries) {
            if (entry.keyword().equalsIgnoreCase(keyword)) {
                return entry;
            }
        }
        return null;
    }
}
