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
        return entries.stream().filter(entry -> entry.keyword().equalsIgnoreCase(keyword)).findFirst().orElse(null);
    }

    /**
     * One entry {@code Keyword = field, field;} of a section.
     *
     * @param keyword keyword as written, empty for damaged text that is only kept
     * @param fields the fields between the commas; never empty for a well-formed entry ({@code K = ;} has one empty field)
     * @param tokens all tokens that belong to the entry, the comments before and in it included
     * @param line line of the keyword, from 1
     * @param complete false if the entry is damaged (no {@code =}, no {@code ;})
     */
    public record EdsFileEntry(String keyword, List<EdsField> fields, List<EdsToken> tokens, int line,
            boolean complete) {

        private static final EdsField NOTHING = new EdsField(List.of(), 0, 0);

        public EdsFileEntry {
            fields = List.copyOf(fields);
            tokens = List.copyOf(tokens);
        }

        /** The keyword without its number: {@code Param} of {@code Param12}. */
        public String base() {
            return keyword.substring(0, digitsFrom());
        }

        /** The number at the end of the keyword, -1 if there is none (or none that fits an int). */
        public int number() {
            int from = digitsFrom();
            int length = keyword.length() - from;
            if (length == 0 || length > 9) {
                return -1;
            }
            return Integer.parseInt(keyword.substring(from));
        }

        /** True if the keyword without its number is the given one, whatever its letter case. */
        public boolean is(String base) {
            return number() >= 0 && base().equalsIgnoreCase(base);
        }

        /** The field at an index from 0; an empty one where the entry has fewer. */
        public EdsField field(int index) {
            return index < fields.size() ? fields.get(index) : NOTHING;
        }

        /** True for the own keywords of a vendor, which begin with the vendor's number: {@code 1_EnableDownstreamPort}. */
        public boolean vendorSpecific() {
            int i = 0;
            while (i < keyword.length() && Character.isDigit(keyword.charAt(i))) {
                i++;
            }
            return i > 0 && i < keyword.length() && keyword.charAt(i) == '_';
        }

        private int digitsFrom() {
            int from = keyword.length();
            while (from > 0 && keyword.charAt(from - 1) >= '0' && keyword.charAt(from - 1) <= '9') {
                from--;
            }
            return from == 0 ? keyword.length() : from;
        }
    }
}
