package io.greenstack.descriptions.iodd.reader;

import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;

/** Guesses what a misspelt name was meant to be. */
final class Spelling {

    private static final int MAX_EDITS = 2;
    private static final int LONGEST = 64;

    private Spelling() {}

    /** A sentence with the known name that a name resembles, to append to a message; empty if there is none. */
    static String hint(String name, Stream<String> known) {
        if (name.length() > LONGEST || name.length() <= MAX_EDITS) {
            return "";
        }
        record Guess(String name, int edits) {}
        return known.map(candidate -> new Guess(candidate, edits(name, candidate)))
                .filter(guess -> guess.edits() <= MAX_EDITS).min(Comparator.comparingInt(Guess::edits))
                .map(guess -> " Probably " + guess.name() + " is meant.").orElse("");
    }

    /** Insertions, deletions and replacements that turn one name into the other, letter case aside. */
    private static int edits(String one, String other) {
        String from = one.toLowerCase(Locale.ROOT);
        String to = other.toLowerCase(Locale.ROOT);
        if (Math.abs(from.length() - to.length()) > MAX_EDITS) {
            return MAX_EDITS + 1;
        }
        int[] previous = new int[to.length() + 1];
        for (int j = 0; j < previous.length; j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] row = new int[previous.length];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = previous[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(previous[j], row[j - 1]));
            }
            previous = row;
        }
        return previous[to.length()];
    }
}
