package io.greenstack.descriptions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.greenstack.descriptions.SearchText.Field;

/**
 * What a search finds of a description.
 *
 * @param texts its names, ids and explanations in all languages, the primary name first
 * @param revision revision of the protocol that the device speaks, a facet; null if the format has none
 * @param features what the device supports, a facet
 * @param entries the things in it that are found by themselves
 */
public record SearchDocument(List<SearchText> texts, String revision, List<String> features,
        List<SearchEntry> entries) {

    /** Most texts of one thing; what a file says beyond is not searched for. */
    private static final int MAX_TEXTS = 1000;

    public SearchDocument {
        texts = List.copyOf(texts);
        features = List.copyOf(features);
        entries = List.copyOf(entries);
    }

    /** What every description has: its names, and its parameters as the rows of a list. */
    public static SearchDocument of(ReadDescription.Identity identity, ReadDescription.Product product,
            List<ParameterRow> parameters) {
        return new SearchDocument(texts(identity, product), null, List.of(),
                parameters.stream().map(SearchDocument::entry).toList());
    }

    /** The names and ids of a description. */
    public static List<SearchText> texts(ReadDescription.Identity identity, ReadDescription.Product product) {
        List<SearchText> texts = new ArrayList<>();
        add(texts, Field.NAME, null, product.name());
        identity.productIds().forEach(id -> add(texts, Field.KEY, null, id));
        add(texts, Field.VENDOR, null, product.vendorName());
        add(texts, Field.VENDOR, null, product.family());
        return texts;
    }

    private static SearchEntry entry(ParameterRow row) {
        List<SearchText> texts = new ArrayList<>();
        add(texts, Field.NAME, null, row.name());
        add(texts, Field.KEY, null, row.variableId());
        add(texts, Field.UNIT, null, row.unit());
        add(texts, Field.DESCRIPTION, null, row.description());
        Map<String, Long> codes = new HashMap<>();
        if (row.index() != null) {
            codes.put("index", row.index().longValue());
        }
        if (row.subindex() > 0) {
            codes.put("subindex", (long) row.subindex());
        }
        return new SearchEntry(SearchType.PARAMETER, "parameters",
                row.variableId() == null ? row.name() : row.variableId(), texts, codes,
                facts(row.dataType(), row.accessRights(), row.unit(), null, null, null));
    }

    /** Adds a text that is there and that is not the same as one before. */
    public static void add(List<SearchText> texts, Field field, String language, String text) {
        if (text != null && !text.isBlank() && texts.size() < MAX_TEXTS
                && texts.stream().noneMatch(one -> one.field() == field && one.text().equals(text.strip()))) {
            texts.add(new SearchText(field, language, text.strip()));
        }
    }

    /** The facts of a parameter; those that are null or blank are left out. */
    public static Map<String, String> facts(String type, String access, String unit, String min, String max,
            String preset) {
        Map<String, String> facts = new HashMap<>();
        fact(facts, "data_type", type);
        fact(facts, "access_rights", access);
        fact(facts, "unit", unit);
        fact(facts, "min_value", min);
        fact(facts, "max_value", max);
        fact(facts, "default_value", preset);
        return facts;
    }

    private static void fact(Map<String, String> facts, String name, String value) {
        if (value != null && !value.isBlank()) {
            facts.put(name, value);
        }
    }
}
