package io.greenstack.api.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

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

    /**
     * The condition as a part of a {@code tsquery}.
     *
     * @param weight weight that words must have, empty = any
     */
    String condition(String weight) {
        List<String> alternatives = new ArrayList<>();
        if (!words.isEmpty()) {
            alternatives
                    .add(words.stream().map(each -> any(each, weight)).collect(Collectors.joining(" & ", "(", ")")));
        }
        lexemes.forEach(lexeme -> alternatives.add(SearchVector.quoted(lexeme)));
        return alternatives.stream().collect(Collectors.joining(" | ", "(", ")"));
    }

    private String any(List<String> meant, String weight) {
        return meant.stream().map(word -> {
            boolean prefix = !word.chars().allMatch(Character::isDigit)
                    && word.length() >= (open ? OPEN_PREFIX : PREFIX);
            String label = (prefix ? "*" : "") + weight;
            return SearchVector.quoted(word) + (label.isEmpty() ? "" : ":" + label);
        }).collect(Collectors.joining(" | ", "(", ")"));
    }
}
