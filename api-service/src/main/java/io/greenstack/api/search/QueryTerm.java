package io.greenstack.api.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One of the things that a query asks for.
 *
 * @param text as it was asked, without accents and case
 * @param words its words, each with those it may be meant for; all have to be there
 * @param lexemes lexemes any of which is as good: numbers, symbols of units
 * @param open whether the query ends with it, so that it may still be typed
 */
record QueryTerm(String text, List<List<String>> words, List<String> lexemes, boolean open) {

    private static final int PREFIX = 3;
    private static final int OPEN_PREFIX = 2;

    QueryTerm {
        words = List.copyOf(words);
        lexemes = List.copyOf(lexemes);
    }

    /** The same with other words for its own. */
    QueryTerm meaning(List<List<String>> meant) {
        return new QueryTerm(text, meant, lexemes, open);
    }

    /** Those of its words that are beginnings. */
    Stream<String> beginnings() {
        return words.stream().flatMap(List::stream).filter(this::isBeginning);
    }

    /**
     * The condition as a part of a {@code tsquery}.
     *
     * @param weight weight that words must have, empty = any
     * @param begun all words that there are with some beginnings; other beginnings are left to the database
     */
    String condition(String weight, Map<String, List<String>> begun) {
        List<String> alternatives = new ArrayList<>();
        if (!words.isEmpty()) {
            alternatives.add(words.stream().map(each -> any(each, weight, begun))
                    .collect(Collectors.joining(" & ", "(", ")")));
        }
        lexemes.forEach(lexeme -> alternatives.add(SearchVector.quoted(lexeme)));
        return alternatives.stream().collect(Collectors.joining(" | ", "(", ")"));
    }

    private boolean isBeginning(String word) {
        return !word.chars().allMatch(Character::isDigit) && word.length() >= (open ? OPEN_PREFIX : PREFIX);
    }

    private String any(List<String> meant, String weight, Map<String, List<String>> begun) {
        return meant.stream().flatMap(word -> alternatives(word, weight, begun.get(word)))
                .collect(Collectors.joining(" | ", "(", ")"));
    }

    private Stream<String> alternatives(String word, String weight, List<String> begun) {
        if (!isBeginning(word)) {
            return Stream.of(lexeme(word, weight));
        }
        return begun == null
                ? Stream.of(lexeme(word, "*" + weight))
                : Stream.concat(Stream.of(word), begun.stream()).distinct().map(each -> lexeme(each, weight));
    }

    private static String lexeme(String word, String label) {
        return SearchVector.quoted(word) + (label.isEmpty() ? "" : ":" + label);
    }
}
