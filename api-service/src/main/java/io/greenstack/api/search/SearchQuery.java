package io.greenstack.api.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A query taken apart. Words that only make it a question are left out; numbers are understood in decimal and hexadecimal, and
 * as what is named before them ({@code index 60}).
 *
 * @param full all of it as one text
 * @param whole what remains of it as one text
 * @param terms what has to be there
 */
record SearchQuery(String full, String whole, List<QueryTerm> terms) {

    /** A lexeme that nothing has. */
    private static final String NOTHING = SearchVector.quoted("!");
    private static final int MAX_TERMS = 12;
    private static final Pattern EDGES = Pattern.compile("^[\\s?!.,;:\"'()\\[\\]{}<>]+|[\\s?!.,;:\"'()\\[\\]{}<>]+$");
    private static final Pattern NUMBER = Pattern
            .compile("(?:0x|16#|\\$)([0-9a-f]{1,12})|([0-9][0-9a-f]{0,11})h|(\\d{1,15})|((?=[a-f]*\\d)[0-9a-f]{4})");
    /** Hexadecimal without a mark, as codes of events are often written. */
    private static final Pattern BARE = Pattern.compile("(?=.*[a-f])[0-9a-f]{4}");
    private static final int HEX = 16;
    private static final Map<String, String> NUMBERED = new LinkedHashMap<>();
    private static final Set<String> QUESTION = Set.of("which", "what", "who", "where", "how", "have", "has", "having",
            "had", "give", "gives", "given", "is", "are", "do", "does", "can", "could", "a", "an", "the", "with",
            "of", "in", "on", "to", "for", "and", "or", "that", "this", "there", "all", "any", "me", "show", "find",
            "list", "from", "by", "measure", "measures", "support", "supports", "supporting", "use", "uses", "welche",
            "welcher", "welches", "welchen", "was", "wer", "wo", "wie", "hat", "haben", "habe", "gibt", "geben", "ist",
            "sind", "kann", "konnen", "ein", "eine", "einen", "einem", "einer", "der", "die", "das", "den", "dem",
            "des",
            "mit", "von", "im", "fur", "und", "oder", "alle", "es", "zeige", "suche", "finde", "liefert", "liefern",
            "misst", "messen", "unterstutzt", "unterstutzen");
    private static final Set<String> SUBJECT = Set.of("device", "devices", "sensor", "sensors", "variable", "variables",
            "parameter", "parameters", "value", "values", "unit", "units", "gerat", "gerate", "sensoren", "variablen",
            "werte", "wert", "einheit", "event", "error", "ereignis", "fehler", "index", "number", "nummer", "code");

    static {
        List.of("index", "parameterindex", "idx").forEach(word -> NUMBERED.put(word, "index"));
        List.of("subindex", "sub").forEach(word -> NUMBERED.put(word, "subindex"));
        List.of("event", "eventcode", "ereignis").forEach(word -> NUMBERED.put(word, "event"));
        List.of("error", "errorcode", "fehler", "fehlercode").forEach(word -> NUMBERED.put(word, "error"));
        List.of("vendor", "vendorid", "vendor_id", "hersteller").forEach(word -> NUMBERED.put(word, "vendor"));
        List.of("device", "deviceid", "device_id", "product", "gerat").forEach(word -> NUMBERED.put(word, "device"));
        List.of("param", "parameter").forEach(word -> NUMBERED.put(word, "parameter"));
        List.of("assembly", "assem", "instance").forEach(word -> NUMBERED.put(word, "assembly"));
        List.of("connection", "verbindung").forEach(word -> NUMBERED.put(word, "connection"));
    }

    /** Between the name of a number and the number. */
    private static final Set<String> LINKS = Set.of("id", "code", "no", "nr", "number", "nummer", "=", "#", ":");

    SearchQuery {
        terms = List.copyOf(terms);
    }

    /** A query as somebody typed it. */
    static SearchQuery of(String text) {
        List<String> chunks = new ArrayList<>();
        for (String chunk : SearchWords.normal(text.replace('=', ' ')).split(" ")) {
            String plain = EDGES.matcher(chunk).replaceAll("");
            if (!(plain.isEmpty() ? chunk : plain).isEmpty()) {
                chunks.add(plain.isEmpty() ? chunk : plain);
            }
        }
        boolean unfinished = !text.isEmpty() && !Character.isWhitespace(text.charAt(text.length() - 1));
        List<QueryTerm> terms = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        List<String> asked = wanted(chunks);
        for (int i = 0; i < asked.size() && terms.size() < MAX_TERMS; i++) {
            int number = numberBehind(asked, i);
            boolean open = unfinished && (number > 0 ? number : i) == asked.size() - 1;
            if (number > 0) {
                terms.add(named(asked, i, number));
                kept.addAll(asked.subList(i, number + 1));
                i = number;
            } else {
                terms.add(plain(asked.get(i), open));
                kept.add(asked.get(i));
            }
        }
        terms.removeIf(term -> term.words().isEmpty() && term.lexemes().isEmpty());
        return new SearchQuery(String.join(" ", chunks), String.join(" ", kept), terms);
    }

    /** Leaves out what only makes it a question; words for what is asked for too, if it is one and something remains. */
    private static List<String> wanted(List<String> chunks) {
        List<String> kept = chunks.stream().filter(chunk -> !QUESTION.contains(chunk)).toList();
        if (kept.isEmpty()) {
            return chunks;
        }
        if (kept.size() < chunks.size()) {
            List<String> telling = new ArrayList<>();
            for (int i = 0; i < kept.size(); i++) {
                if (!SUBJECT.contains(kept.get(i)) || numberBehind(kept, i) > 0) {
                    telling.add(kept.get(i));
                }
            }
            return telling.isEmpty() ? kept : telling;
        }
        return kept;
    }

    /** Place of the number that a word is the name of, -1 if there is none. */
    private static int numberBehind(List<String> chunks, int at) {
        if (!NUMBERED.containsKey(chunks.get(at))) {
            return -1;
        }
        int next = at + 1;
        while (next < chunks.size() && LINKS.contains(chunks.get(next))) {
            next++;
        }
        return next < chunks.size() && !numbers(chunks.get(next)).isEmpty() ? next : -1;
    }

    private static QueryTerm named(List<String> chunks, int name, int number) {
        List<String> lexemes = new ArrayList<>();
        numbers(chunks.get(number)).forEach(
                value -> lexemes.add(SearchVector.number(NUMBERED.get(chunks.get(name)), value)));
        List<List<String>> words = new ArrayList<>(words(chunks.get(name)));
        words.addAll(words(chunks.get(number)));
        return new QueryTerm(chunks.get(name) + ' ' + chunks.get(number), words, lexemes, false);
    }

    private static QueryTerm plain(String chunk, boolean open) {
        Set<String> lexemes = new LinkedHashSet<>();
        List<Long> numbers = numbers(chunk);
        if (!numbers.isEmpty() && (chunk.chars().anyMatch(Character::isDigit))) {
            boolean bare = BARE.matcher(chunk).matches();
            if (!bare) {
                lexemes.add(SearchVector.number(null, numbers.get(0)));
            }
            numbers.stream().skip(bare ? 0 : 1).forEach(value -> {
                lexemes.add(SearchVector.number("event", value));
                lexemes.add(SearchVector.number("error", value));
            });
        }
        if (!chunk.chars().allMatch(Character::isLetterOrDigit)) {
            lexemes.add(SearchVector.other(chunk));
            lexemes.add(SearchVector.name(chunk));
        }
        return new QueryTerm(chunk, words(chunk), List.copyOf(lexemes), open);
    }

    private static List<List<String>> words(String chunk) {
        List<List<String>> words = new ArrayList<>();
        int end = 0;
        for (SearchWords.Found found : SearchWords.of(chunk)) {
            if (found.end() > end) {
                words.add(List.of(found.word()));
                end = found.end();
            }
        }
        return words;
    }

    /** The numbers that a text may be: what it says, then what it would be in hexadecimal. */
    static List<Long> numbers(String chunk) {
        Matcher number = NUMBER.matcher(chunk);
        List<Long> values = new ArrayList<>();
        if (number.matches()) {
            if (number.group(3) != null) {
                values.add(Long.parseLong(number.group(3)));
                if (number.group(3).length() == 4) {
                    values.add(Long.parseLong(number.group(3), HEX));
                }
            } else {
                String digits = number.group(1) != null
                        ? number.group(1)
                        : number.group(2) != null ? number.group(2) : number.group(4);
                values.add(Long.parseLong(digits, HEX));
            }
        }
        return values;
    }

    /** Only some of the terms. */
    static SearchQuery of(List<QueryTerm> terms) {
        String text = terms.stream().map(QueryTerm::text).collect(Collectors.joining(" "));
        return new SearchQuery(text, text, terms);
    }

    /** The condition that registered devices have to meet, whose words were not made by us. */
    String device() {
        List<String> words = terms.stream().flatMap(term -> term.words().stream())
                .map(each -> each.stream().map(word -> SearchVector.quoted(word) + ":*")
                        .collect(Collectors.joining(" | ", "(", ")")))
                .toList();
        return words.isEmpty() ? NOTHING : String.join(" & ", words);
    }

    /** The same with other terms. */
    SearchQuery with(List<QueryTerm> others) {
        return new SearchQuery(full, whole, others);
    }

    /** What is found as exactly this. */
    String exact() {
        if (full.isEmpty()) {
            return NOTHING;
        }
        String names = Stream.of(SearchVector.name(full), SearchVector.other(full), SearchVector.name(whole),
                SearchVector.other(whole)).distinct().map(SearchVector::quoted).collect(Collectors.joining(" | "));
        return terms.size() != 1 || terms.get(0).lexemes().isEmpty()
                ? names
                : terms.get(0).lexemes().stream().map(SearchVector::quoted)
                        .collect(Collectors.joining(" | ", names + " | ", ""));
    }

    /** What has a name that begins with this. */
    String start() {
        return full.isEmpty()
                ? NOTHING
                : Stream.of(full, whole).distinct().filter(text -> !text.isEmpty())
                        .map(text -> SearchVector.quoted(SearchVector.name(text)) + ":*")
                        .collect(Collectors.joining(" | "));
    }

    /** The whole names that are this, or begin with it. */
    List<String> wholes() {
        return full.isEmpty() ? List.of() : Stream.of(full, whole).map(SearchVector::whole).distinct().toList();
    }

    /** What is found as exactly this though it is no name. */
    String others() {
        if (full.isEmpty()) {
            return NOTHING;
        }
        List<String> lexemes = terms.size() == 1 ? terms.get(0).lexemes() : List.of();
        return Stream.concat(Stream.of(SearchVector.other(full), SearchVector.other(whole)),
                lexemes.stream().filter(lexeme -> SearchVector.names(List.of(lexeme)).findAny().isEmpty())).distinct()
                .map(SearchVector::quoted).collect(Collectors.joining(" | "));
    }

    /** The beginnings among its words. */
    Set<String> beginnings() {
        return terms.stream().flatMap(QueryTerm::beginnings).collect(Collectors.toSet());
    }

    /** What has all terms in its names. */
    String names() {
        return names(Map.of());
    }

    /** The same, with words that begin as asked in place of beginnings. */
    String names(Map<String, List<String>> begun) {
        return all("A", " & ", begun);
    }

    /** What has all terms. */
    String words() {
        return all("", " & ", Map.of());
    }

    /** What has any of the terms. */
    String any() {
        return all("", " | ", Map.of());
    }

    /** What has all terms, or any, but is neither this nor has a name that begins with it. */
    String things(boolean any, Map<String, List<String>> begun) {
        return '(' + all("", any ? " | " : " & ", begun) + ") & !(" + exact() + ") & !(" + start() + ')';
    }

    private String all(String weight, String link, Map<String, List<String>> begun) {
        return terms.isEmpty()
                ? NOTHING
                : terms.stream().map(term -> term.condition(weight, begun)).collect(Collectors.joining(link));
    }

    /** What has any of the terms in the meaning of a value. */
    String values() {
        String words = terms.stream().flatMap(term -> term.words().stream()).flatMap(List::stream)
                .map(word -> SearchVector.quoted(word) + ":*C").collect(Collectors.joining(" | "));
        String whole = SearchVector.quoted(SearchVector.other(full)) + ":C";
        return words.isEmpty() ? whole : whole + " | " + words;
    }
}
