package io.greenstack.descriptions.eds;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.greenstack.descriptions.ReadDescription;
import io.greenstack.descriptions.SearchDocument;
import io.greenstack.descriptions.SearchEntry;
import io.greenstack.descriptions.SearchText;
import io.greenstack.descriptions.SearchText.Field;
import io.greenstack.descriptions.SearchType;
import io.greenstack.descriptions.eds.model.EdsAssembly;
import io.greenstack.descriptions.eds.model.EdsConnection;
import io.greenstack.descriptions.eds.model.EdsFile;
import io.greenstack.descriptions.eds.model.EdsParameter;
import io.greenstack.descriptions.eds.model.EdsParameter.IntlText;
import io.greenstack.descriptions.eds.model.EnumValue;
import io.greenstack.descriptions.eds.view.EdsViews;

/** What a search finds of an EDS. */
final class EdsSearch {

    private EdsSearch() {}

    static SearchDocument of(EdsFile file, ReadDescription.Identity identity, ReadDescription.Product product) {
        List<SearchText> names = SearchDocument.texts(identity, product);
        if (file.file() != null) {
            SearchDocument.add(names, Field.DESCRIPTION, null, clean(file.file().description()));
        }
        List<SearchEntry> entries = new ArrayList<>();
        file.parameters().forEach(parameter -> parameter(entries, parameter));
        file.assemblies().forEach(assembly -> entries.add(assembly(assembly)));
        file.connections().forEach(connection -> entries.add(connection(connection)));
        return new SearchDocument(names, null, EdsViews.features(file), entries);
    }

    private static void parameter(List<SearchEntry> entries, EdsParameter parameter) {
        List<SearchText> texts = new ArrayList<>();
        SearchDocument.add(texts, Field.NAME, null, clean(parameter.name()));
        texts(texts, Field.NAME, parameter.names());
        SearchDocument.add(texts, Field.KEY, null, parameter.keyword());
        SearchDocument.add(texts, Field.UNIT, null, clean(parameter.units()));
        texts(texts, Field.UNIT, parameter.unitTexts());
        List<SearchText> valued = new ArrayList<>(texts);
        SearchDocument.add(texts, Field.DESCRIPTION, null, clean(parameter.help()));
        texts(texts, Field.DESCRIPTION, parameter.helpTexts());
        Map<String, String> facts = SearchDocument.facts(parameter.type() == null ? null : parameter.type().name(),
                parameter.has(EdsParameter.Descriptor.READ_ONLY) ? "ro" : "rw", clean(parameter.units()),
                clean(parameter.minimum().text()), clean(parameter.maximum().text()),
                clean(parameter.defaultValue().text()));
        Map<String, Long> codes = Map.of("parameter", (long) parameter.number());
        String place = String.valueOf(parameter.number());
        entries.add(new SearchEntry(SearchType.PARAMETER, "parameters", place, texts, codes, facts));
        int names = valued.size();
        for (EnumValue value : parameter.values()) {
            String meaning = clean(value.text());
            if (meaning != null) {
                SearchDocument.add(valued, Field.VALUE, null, value.value() + " = " + meaning);
            }
        }
        if (valued.size() > names) {
            entries.add(new SearchEntry(SearchType.ENUMERATION, "parameters", place, valued, codes, Map.of()));
        }
    }

    private static void texts(List<SearchText> texts, Field field, List<IntlText> all) {
        all.forEach(one -> SearchDocument.add(texts, field, one.language().isBlank() ? null : one.language(),
                clean(one.text())));
    }

    private static SearchEntry assembly(EdsAssembly assembly) {
        List<SearchText> texts = new ArrayList<>();
        SearchDocument.add(texts, Field.NAME, null, clean(assembly.name()));
        SearchDocument.add(texts, Field.KEY, null, assembly.keyword());
        return new SearchEntry(SearchType.ASSEMBLY, "assemblies", assembly.keyword(), texts,
                Map.of("assembly", (long) assembly.number()), Map.of());
    }

    private static SearchEntry connection(EdsConnection connection) {
        List<SearchText> texts = new ArrayList<>();
        SearchDocument.add(texts, Field.NAME, null, clean(connection.name()));
        SearchDocument.add(texts, Field.KEY, null, connection.keyword());
        SearchDocument.add(texts, Field.DESCRIPTION, null, clean(connection.help()));
        return new SearchEntry(SearchType.CONNECTION, "connections", connection.keyword(), texts,
                Map.of("connection", (long) connection.number()), Map.of());
    }

    private static String clean(String text) {
        return text == null ? null : text.replace("\0", "");
    }
}
