package io.greenstack.descriptions.iodd.standard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.greenstack.descriptions.iodd.model.IoddDescription;
import io.greenstack.descriptions.iodd.model.Language;
import io.greenstack.descriptions.iodd.model.Language.Text;
import io.greenstack.descriptions.iodd.model.TextRef;

/**
 * The texts of a description in one language. Text by text: the language asked for, then the same language without its
 * region ({@code de-AT} then {@code de}), then the primary language, then the built-in text of the standard.
 */
public final class IoddTexts {

    private final List<Map<String, String>> layers;
    private final String language;

    private IoddTexts(List<Map<String, String>> layers, String language) {
        this.layers = layers;
        this.language = language;
    }

    /** Texts in the primary language. */
    public static IoddTexts primary(IoddDescription description) {
        return of(description, null);
    }

    /**
     * Texts in a language.
     *
     * @param language language code such as {@code de} or {@code pt-BR}, letter case does not matter; null = primary
     */
    public static IoddTexts of(IoddDescription description, String language) {
        String wanted = language == null ? "" : language.strip().replace('_', '-').toLowerCase(Locale.ROOT);
        String base = wanted.contains("-") ? wanted.substring(0, wanted.indexOf('-')) : wanted;
        List<Map<String, String>> layers = new ArrayList<>();
        if (!wanted.isEmpty()) {
            add(layers, description, wanted);
            if (!base.equals(wanted)) {
                add(layers, description, base);
            }
        }
        Map<String, String> primary = new HashMap<>();
        description.languages().stream().filter(Language::isPrimary).forEach(one -> collect(one, primary));
        layers.add(primary);
        String standard = base.isEmpty() ? primaryLanguage(description) : base;
        return new IoddTexts(layers, standard);
    }

    /** The language codes a description has, the primary one first. */
    public static Set<String> languages(IoddDescription description) {
        Set<String> languages = new LinkedHashSet<>();
        description.languages().stream().map(Language::lang).filter(lang -> lang != null).forEach(languages::add);
        return languages;
    }

    private static String primaryLanguage(IoddDescription description) {
        Set<String> languages = languages(description);
        return languages.isEmpty() ? "en" : languages.iterator().next().toLowerCase(Locale.ROOT);
    }

    private static void add(List<Map<String, String>> layers, IoddDescription description, String language) {
        Map<String, String> texts = new HashMap<>();
        for (Language candidate : description.languages()) {
            if (candidate.lang() != null && candidate.lang().strip().equalsIgnoreCase(language)) {
                collect(candidate, texts);
            }
        }
        if (!texts.isEmpty()) {
            layers.add(texts);
        }
    }

    private static void collect(Language language, Map<String, String> texts) {
        for (Text text : language.texts()) {
            if (text.id() != null && text.value() != null && !text.value().isEmpty()) {
                texts.putIfAbsent(text.id(), text.value());
            }
        }
    }

    /** The text a reference leads to; null if there is no reference or no such text. */
    public String text(TextRef ref) {
        return ref == null ? null : text(ref.textId());
    }

    /** The text of an id; null if there is none. */
    public String text(String id) {
        if (id == null) {
            return null;
        }
        for (Map<String, String> layer : layers) {
            String text = layer.get(id);
            if (text != null) {
                return text;
            }
        }
        return StandardTexts.find(id, language);
    }

    /** The text a reference leads to, without blanks around; an empty string if there is none. */
    public String label(TextRef ref) {
        String text = text(ref);
        return text == null ? "" : text.strip();
    }
}
