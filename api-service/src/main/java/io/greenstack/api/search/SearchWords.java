package io.greenstack.api.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes texts apart into words, the same way for what is stored and for what is asked: without accents and case, compound
 * names as a whole and in parts, Chinese and Japanese in pairs of characters.
 */
final class SearchWords {

    /** Longest word. */
    static final int MAX_WORD = 64;
    /** What of a text is looked at. */
    static final int MAX_TEXT = 4000;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cc}\\p{Cf}\\p{Cs}]+");
    private static final Pattern PART = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");
    private static final Pattern NUMBERED = Pattern.compile("(\\p{L}{2,})(\\d+)");

    private SearchWords() {}

    /**
     * A word of a text.
     *
     * @param word the word as it is searched for
     * @param start where it begins in the text
     * @param end behind its last character
     */
    record Found(String word, int start, int end) {}

    /** A text without accents and case, and with single blanks. */
    static String normal(String text) {
        String cut = text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
        return BLANKS.matcher(fold(cut)).replaceAll(" ").strip();
    }

    private static String fold(String text) {
        String plain = text;
        if (!isAscii(text)) {
            plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        }
        plain = plain.toLowerCase(Locale.ROOT);
        return isAscii(plain)
                ? plain
                : plain.replace("ß", "ss").replace("æ", "ae").replace("œ", "oe").replace('ø', 'o').replace('ł', 'l')
                        .replace('đ', 'd').replace('ı', 'i').replace('μ', 'u').replace("\u0307", "");
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }

    /** The words of a text in their order, parts behind the whole. */
    static List<Found> of(String text) {
        List<Found> found = new ArrayList<>();
        int end = Math.min(text.length(), MAX_TEXT);
        int i = 0;
        while (i < end) {
            int start = i;
            while (i < end && isWord(text.codePointAt(i))) {
                i += Character.charCount(text.codePointAt(i));
            }
            if (i > start) {
                run(text, start, Math.min(i, text.length()), found);
            } else {
                i += Character.charCount(text.codePointAt(i));
            }
        }
        return found;
    }

    private static boolean isWord(int character) {
        return Character.isLetterOrDigit(character) || Character.getType(character) == Character.NON_SPACING_MARK
                || Character.getType(character) == Character.COMBINING_SPACING_MARK;
    }

    private static void run(String text, int start, int end, List<Found> found) {
        String run = text.substring(start, end);
        if (run.codePoints().anyMatch(SearchWords::isUnspaced)) {
            pairs(text, start, end, found);
            return;
        }
        add(found, run, start, end);
        Matcher numbered = NUMBERED.matcher(run);
        if (numbered.matches()) {
            add(found, numbered.group(1), start, start + numbered.end(1));
            add(found, numbered.group(2), start + numbered.start(2), end);
        }
        String[] parts = PART.split(run);
        int at = start;
        for (int i = 0; parts.length > 1 && i < parts.length; i++) {
            add(found, parts[i], at, at + parts[i].length());
            at += parts[i].length();
        }
    }

    private static boolean isUnspaced(int character) {
        return switch (Character.UnicodeScript.of(character)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER -> true;
            default -> false;
        };
    }

    private static void pairs(String text, int start, int end, List<Found> found) {
        int before = -1;
        int at = start;
        while (at < end) {
            int next = at + Character.charCount(text.codePointAt(at));
            if (before >= 0) {
                add(found, text.substring(before, next), before, next);
            } else if (next >= end) {
                add(found, text.substring(at, next), at, next);
            }
            before = at;
            at = next;
        }
    }

    private static void add(List<Found> found, String word, int start, int end) {
        String folded = fold(word);
        if (!folded.isBlank()) {
            found.add(new Found(folded.length() > MAX_WORD ? folded.substring(0, MAX_WORD) : folded, start, end));
        }
    }
}
