package io.greenstack.api.platform;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/**
 * The language a client asks for: the {@code lang} query parameter, else {@code Accept-Language} with its weights (RFC
 * 9110, clause 12.5.4). A header that cannot be read asks for nothing; a parameter that cannot is a 400.
 */
public class LanguageQuery {

    private static final String TAG = "[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*";
    private static final int MAX_HEADER = 1024;
    private static final int MAX_WANTED = 8;

    @QueryParam("lang")
    @Parameter(description = "Language of the texts, for example de or pt-BR; wins over Accept-Language")
    String lang;

    @HeaderParam("Accept-Language")
    String acceptLanguage;

    private List<String> wanted;

    /**
     * Languages in order of preference, in lower case with hyphens; empty = the primary language of the texts.
     *
     * @throws ApiException 400 {@code invalid-parameter} when {@code lang} is no language code
     */
    public List<String> wanted() {
        if (wanted == null) {
            wanted = lang != null && !lang.isBlank() ? List.of(parameter()) : header();
        }
        return wanted;
    }

    /** True if the language was asked for by the query parameter. */
    public boolean isExplicit() {
        return lang != null && !lang.isBlank();
    }

    private String parameter() {
        String tag = lang.strip();
        if (!tag.matches(TAG)) {
            throw ApiException.invalidParameter("lang", "a language code such as de or pt-BR is needed");
        }
        return normal(tag);
    }

    private List<String> header() {
        if (acceptLanguage == null || acceptLanguage.length() > MAX_HEADER) {
            return List.of();
        }
        List<Weighted> entries = new ArrayList<>();
        for (String entry : acceptLanguage.split(",")) {
            String[] parts = entry.split(";", -1);
            String tag = parts[0].strip();
            double weight = weight(parts);
            if (weight > 0 && (tag.equals("*") || tag.matches(TAG))) {
                entries.add(new Weighted(normal(tag), weight));
            }
        }
        entries.sort(Comparator.comparingDouble((Weighted entry) -> -entry.weight()));
        List<String> tags = entries.stream().map(Weighted::tag).distinct().limit(MAX_WANTED).toList();
        int any = tags.indexOf("*");
        return any < 0 ? tags : tags.subList(0, any);
    }

    private static double weight(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            String part = parts[i].strip();
            if (part.matches("[qQ]\\s*=.*")) {
                String number = part.substring(part.indexOf('=') + 1).strip();
                return number.matches("0(\\.\\d{0,3})?|1(\\.0{0,3})?") ? Double.parseDouble(number) : 0;
            }
        }
        return 1;
    }

    /**
     * The best of the languages that there are: the first wanted one that is there with its region, without, or in
     * another region.
     *
     * @return as spelt in {@code available}, null if none is wanted or there
     */
    public String best(Collection<String> available) {
        for (String tag : wanted()) {
            String base = base(tag);
            for (String candidate : List.of(tag, base)) {
                for (String language : available) {
                    if (normal(language).equals(candidate)) {
                        return language;
                    }
                }
            }
            for (String language : available) {
                if (base(normal(language)).equals(base)) {
                    return language;
                }
            }
        }
        return null;
    }

    /** What an entity tag of texts must have behind it: nothing, or the wanted languages. */
    public String tag() {
        return wanted().isEmpty() ? "" : "-" + String.join(".", wanted());
    }

    private static String normal(String tag) {
        return tag.strip().replace('_', '-').toLowerCase(Locale.ROOT);
    }

    private static String base(String tag) {
        return tag.contains("-") ? tag.substring(0, tag.indexOf('-')) : tag;
    }

    private record Weighted(String tag, double weight) {}
}
