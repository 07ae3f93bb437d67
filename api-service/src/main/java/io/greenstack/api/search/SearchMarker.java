package io.greenstack.api.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.greenstack.api.search.SearchAnswer.SearchFound;
import io.greenstack.api.search.SearchAnswer.SearchMark;
import io.greenstack.descriptions.SearchText;

/** Shows where in the texts of a thing the words of a query are. */
final class SearchMarker {

    private static final int LONG = 220;
    private static final int BEFORE = 60;

    private final SearchQuery query;

    SearchMarker(SearchQuery query) {
        this.query = query;
    }

    /** The places of a text that were found, in order and apart from each other. */
    List<SearchMark> marks(String text) {
        List<SearchMark> marks = new ArrayList<>();
        if (text == null) {
            return marks;
        }
        String normal = SearchWords.normal(text);
        if (normal.equals(query.full()) || query.terms().stream().anyMatch(term -> normal.equals(term.text()))) {
            return List.of(new SearchMark(0, text.length()));
        }
        for (SearchWords.Found found : SearchWords.of(text)) {
            int length = matched(found.word());
            if (length > 0) {
                int end = length >= found.word().length()
                        ? found.end()
                        : Math.min(found.end(), found.start() + length);
                add(marks, new SearchMark(found.start(), end));
            }
        }
        return marks;
    }

    private static void add(List<SearchMark> marks, SearchMark mark) {
        SearchMark last = marks.isEmpty() ? null : marks.get(marks.size() - 1);
        if (last != null && mark.start() <= last.end()) {
            marks.set(marks.size() - 1, new SearchMark(Math.min(last.start(), mark.start()),
                    Math.max(last.end(), mark.end())));
        } else {
            marks.add(mark);
        }
    }

    /** How much of a word was asked for. */
    private int matched(String word) {
        int length = 0;
        for (QueryTerm term : query.terms()) {
            for (List<String> meant : term.words()) {
                for (String asked : meant) {
                    boolean number = asked.chars().allMatch(Character::isDigit);
                    if (word.equals(asked) || !number && asked.length() > 1 && word.startsWith(asked)) {
                        length = Math.max(length, asked.length());
                    }
                }
            }
        }
        return length;
    }

    /** The text that tells best why a thing was found: with most of the words, the more telling kind before others. */
    SearchFound best(SearchDoc doc) {
        SearchText best = null;
        int most = 0;
        for (SearchText text : doc.texts()) {
            int words = asked(text.text());
            if (words > most || words == most && words > 0 && text.field().compareTo(best.field()) < 0) {
                best = text;
                most = words;
            }
        }
        SearchFound code = code(doc);
        if (code != null && (best == null || best.field() == SearchText.Field.DESCRIPTION)) {
            return code;
        }
        return best == null ? null : shortened(best);
    }

    private int asked(String text) {
        Set<String> there = new HashSet<>();
        SearchWords.of(text).forEach(found -> there.add(found.word()));
        String normal = SearchWords.normal(text);
        int count = 0;
        for (QueryTerm term : query.terms()) {
            boolean found = term.text().equals(normal);
            for (List<String> meant : term.words()) {
                found |= meant.stream().anyMatch(asked -> there.contains(asked) || asked.length() > 1
                        && !asked.chars().allMatch(Character::isDigit)
                        && there.stream().anyMatch(word -> word.startsWith(asked)));
            }
            count += found ? 1 : 0;
        }
        return count;
    }

    private SearchFound code(SearchDoc doc) {
        for (Map.Entry<String, Long> code : doc.codes().entrySet()) {
            Set<String> lexemes = Set.of(SearchVector.number(null, code.getValue()),
                    SearchVector.number(code.getKey(), code.getValue()));
            if (query.terms().stream().anyMatch(term -> term.lexemes().stream().anyMatch(lexemes::contains))) {
                String text = code.getKey() + ' ' + code.getValue() + String.format(" (0x%X)", code.getValue());
                return new SearchFound("code", null, text, List.of(
                        new SearchMark(code.getKey().length() + 1, text.length())));
            }
        }
        return null;
    }

    private SearchFound shortened(SearchText text) {
        String whole = text.text();
        List<SearchMark> marks = marks(whole);
        int start = 0;
        if (whole.length() > LONG) {
            start = marks.isEmpty() ? 0 : Math.max(0, Math.min(marks.get(0).start() - BEFORE, whole.length() - LONG));
            while (start > 0 && !Character.isWhitespace(whole.charAt(start - 1))) {
                start--;
            }
        }
        int end = Math.min(whole.length(), start + LONG);
        if (end < whole.length() && Character.isHighSurrogate(whole.charAt(end - 1))) {
            end--;
        }
        int from = start;
        int to = end;
        List<SearchMark> kept = marks.stream().filter(mark -> mark.start() >= from && mark.end() <= to)
                .map(mark -> new SearchMark(mark.start() - from, mark.end() - from)).toList();
        return new SearchFound(text.field().name().toLowerCase(Locale.ROOT), text.language(),
                (start > 0 ? "\u2026" : "") + whole.substring(start, end) + (end < whole.length() ? "\u2026" : ""),
                start > 0 ? shifted(kept) : kept);
    }

    private static List<SearchMark> shifted(List<SearchMark> marks) {
        return marks.stream().map(mark -> new SearchMark(mark.start() + 1, mark.end() + 1)).toList();
    }
}
