package io.greenstack.loadtest.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/**
 * What people search for, in turns: each kind of query as often as every other.
 *
 * @param library what is searched
 */
record SearchMix(SearchLibrary library) {

    /** Kinds of queries. */
    static final List<String> KINDS = List.of("product", "product, as typed", "parameter", "German",
            "word, all devices",
            "two words", "beginning of a word", "vendor and parameter", "unit", "index", "event code", "misspelt",
            "misspelt twice", "question", "nothing there", "suggestion");

    /**
     * A query.
     *
     * @param kind which of the kinds
     * @param path path and query of the request
     */
    record Query(int kind, String path) {}

    Query query(int number, Random random) {
        int kind = number % KINDS.size();
        int device = random.nextInt(library.count());
        String[] parameter = SearchLibrary.parameter(device, 12 + random.nextInt(SearchLibrary.PARAMETERS - 12));
        String product = library.product(device);
        String[] words = parameter[0].split(" ");
        String text = switch (kind) {
            case 0 -> product;
            case 1 -> product.substring(0, 3);
            case 2 -> parameter[0];
            case 3 -> parameter[1];
            case 4 -> random.nextBoolean() ? "serial number" : "status";
            case 5 -> words[0] + ' ' + words[1];
            case 6 -> words[0].substring(0, 3);
            case 7 -> library.vendor(device) + ' ' + words[0] + ' ' + words[1];
            case 8 -> List.of("bar", "mm", "in bar", "\u00B0C").get(random.nextInt(4));
            case 9 -> "index " + (62 + random.nextInt(58));
            case 10 -> random.nextBoolean() ? "0x8C40" : "0x" + Integer.toHexString(36_000 + random.nextInt(500));
            case 11 -> words[0].substring(0, 2) + words[0].substring(3) + ' ' + words[1];
            case 12 -> swapped(words[0]) + ' ' + swapped(words[1]);
            case 13 -> "which sensors have a " + words[0] + ' ' + words[1] + " in bar?";
            case 14 -> "zyxwvut " + random.nextInt(1000);
            default -> words[0].substring(0, 2 + random.nextInt(3));
        };
        String q = URLEncoder.encode(text, StandardCharsets.UTF_8);
        return new Query(kind,
                kind == KINDS.size() - 1 ? "/api/search/suggestions?q=" + q : "/api/search?limit=20&q=" + q);
    }

    private static String swapped(String word) {
        return word.length() < 4
                ? word
                : word.substring(0, 1) + word.charAt(2) + word.charAt(1) + word.substring(3);
    }
}
