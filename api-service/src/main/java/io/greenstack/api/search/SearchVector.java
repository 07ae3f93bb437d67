package io.greenstack.api.search;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.greenstack.descriptions.SearchText;
import io.greenstack.descriptions.SearchText.Field;

/** The lexemes of a thing, each with the weight of the most telling text it is in: A name, B identifier, C value, D rest. */
final class SearchVector {

    private static final int MAX_WHOLE = 120;
    private static final int MAX_LEXEMES = 6000;
    private static final String NAME = "=";
    private static final String MARKS = "=~#";
    private static final String MEANS = " = ";

    private final Map<String, Character> lexemes = new LinkedHashMap<>();

    SearchVector texts(List<SearchText> texts) {
        texts.forEach(text -> text(text, text.field()));
        return this;
    }

    /** Adds the texts of values that have a meaning; the names of what has them only help to tell which are meant. */
    SearchVector values(List<SearchText> texts) {
        texts.forEach(text -> text(text, text.field() == Field.VALUE ? Field.VALUE : Field.DESCRIPTION));
        return this;
    }

    private void text(SearchText text, Field field) {
        char weight = switch (field) {
            case NAME -> 'A';
            case KEY, UNIT, VENDOR -> 'B';
            case VALUE -> 'C';
            case DESCRIPTION -> 'D';
        };
        if (field == Field.NAME) {
            add(name(text.text()), weight);
        } else if (field == Field.VALUE) {
            add(other(text.text().substring(Math.max(0, text.text().indexOf(MEANS)))), weight);
        } else if (field != Field.DESCRIPTION) {
            add(other(text.text()), weight);
        }
        SearchWords.of(text.text()).forEach(found -> add(found.word(), weight));
    }

    /** Adds a number by itself and with what it is the number of. */
    SearchVector code(String name, long number) {
        add(number(null, number), 'B');
        add(number(name, number), 'B');
        return this;
    }

    private void add(String lexeme, char weight) {
        if (lexemes.size() < MAX_LEXEMES) {
            lexemes.merge(lexeme, weight, (a, b) -> a < b ? a : b);
        }
    }

    /** The lexeme of a whole name. */
    static String name(String text) {
        return NAME + whole(text);
    }

    /** A whole name without what marks its lexeme. */
    static String whole(String text) {
        return cut(SearchWords.normal(text));
    }

    /** The lexeme of a whole unit, identifier or meaning of a value. */
    static String other(String text) {
        String meaning = text.startsWith(MEANS) ? text.substring(MEANS.length()) : text;
        return '~' + cut(SearchWords.normal(meaning));
    }

    /** The lexeme of a number; without a name, of any. */
    static String number(String name, long number) {
        return name == null ? "#" + number : '#' + name + ':' + number;
    }

    private static String cut(String text) {
        return text.length() > MAX_WHOLE ? text.substring(0, MAX_WHOLE) : text;
    }

    /** The words among the lexemes; numbers are none, because nobody asks for their beginnings. */
    List<String> words() {
        return lexemes.keySet().stream().filter(SearchVector::isWord).toList();
    }

    /** Whether a lexeme is a word. */
    static boolean isWord(String lexeme) {
        return !lexeme.isEmpty() && MARKS.indexOf(lexeme.charAt(0)) < 0
                && !lexeme.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    }

    /** The whole names among some lexemes. */
    static Stream<String> names(Collection<String> lexemes) {
        return lexemes.stream().filter(lexeme -> lexeme.startsWith(NAME)).map(lexeme -> lexeme.substring(1));
    }

    /** The whole names. */
    List<String> names() {
        return names(lexemes.keySet()).toList();
    }

    /** The text form of a {@code tsvector}. */
    String text() {
        return lexemes.entrySet().stream().map(each -> quoted(each.getKey()) + ":1" + each.getValue())
                .collect(Collectors.joining(" "));
    }

    /** A lexeme as texts of vectors and queries have it; there is nothing in it that they could take for an operator. */
    static String quoted(String lexeme) {
        return '\'' + lexeme.replace("\0", "").replace("\\", "\\\\").replace("'", "''") + '\'';
    }
}
