package io.greenstack.api.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which words may be meant by a misspelt one. Two words that differ by one letter, added, missing, wrong or swapped with its
 * neighbour, share a key: either of them without one letter. Long words also share one with their beginning or end, so that
 * two mistakes are found too.
 */
final class NearWords {

    private static final int SHORTEST = 4;
    private static final int LONG = 8;
    private static final int LONGEST = 24;
    private static final int WINDOW = 5;
    private static final int MOST = 6;

    private NearWords() {}

    /** Whether mistakes in a word are looked for: letters, and enough of them. */
    static boolean isWord(String lexeme) {
        return lexeme.length() >= SHORTEST && lexeme.length() <= LONGEST
                && lexeme.chars().allMatch(Character::isLetter);
    }

    /** Keys of a word. */
    static Set<String> keys(String word) {
        Set<String> keys = new LinkedHashSet<>();
        without(keys, "", word);
        if (word.length() > WINDOW) {
            without(keys, "<", word.substring(0, WINDOW));
        }
        if (word.length() >= LONG) {
            without(keys, ">", word.substring(word.length() - WINDOW));
        }
        return keys;
    }

    private static void without(Set<String> keys, String mark, String text) {
        keys.add(mark + text);
        for (int i = 0; i < text.length(); i++) {
            keys.add(mark + text.substring(0, i) + text.substring(i + 1));
        }
    }

    /** Those of some words that may be meant, nearest first. */
    static List<String> nearest(String word, Collection<String> candidates, boolean unfinished) {
        record Near(String word, int distance) {}
        int allowed = word.length() < LONG ? 1 : 2;
        List<Near> near = new ArrayList<>();
        for (String candidate : candidates) {
            int whole = distance(word, candidate, false);
            boolean begun = unfinished && word.length() >= WINDOW && distance(word, candidate, true) <= 1;
            if (whole <= allowed || begun) {
                near.add(new Near(candidate, begun ? Math.min(whole, 2) : whole));
            }
        }
        near.sort(Comparator.comparingInt(Near::distance).thenComparingInt(n -> n.word().length())
                .thenComparing(Near::word));
        return near.stream().map(Near::word).limit(MOST).toList();
    }

    /** Mistakes between a word and another one, or the beginning of it (optimal string alignment). */
    static int distance(String word, String other, boolean beginning) {
        int[] last = null;
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= word.length(); i++) {
            int[] next = new int[other.length() + 1];
            next[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int wrong = word.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                next[j] = Math.min(row[j - 1] + wrong, Math.min(row[j], next[j - 1]) + 1);
                if (last != null && j > 1 && word.charAt(i - 1) == other.charAt(j - 2)
                        && word.charAt(i - 2) == other.charAt(j - 1)) {
                    next[j] = Math.min(next[j], last[j - 2] + 1);
                }
            }
            last = row;
            row = next;
        }
        int least = row[other.length()];
        for (int j = 1; beginning && j < other.length(); j++) {
            least = Math.min(least, row[j]);
        }
        return least;
    }
}
