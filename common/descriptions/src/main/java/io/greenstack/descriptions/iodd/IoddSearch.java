package io.greenstack.descriptions.iodd;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.greenstack.descriptions.ReadDescription;
import io.greenstack.descriptions.SearchDocument;
import io.greenstack.descriptions.SearchEntry;
import io.greenstack.descriptions.SearchText;
import io.greenstack.descriptions.SearchText.Field;
import io.greenstack.descriptions.SearchType;
import io.greenstack.descriptions.iodd.model.AllowedValue;
import io.greenstack.descriptions.iodd.model.AllowedValue.SingleValue;
import io.greenstack.descriptions.iodd.model.AllowedValue.ValueRange;
import io.greenstack.descriptions.iodd.model.Datatype;
import io.greenstack.descriptions.iodd.model.Datatype.RecordItem;
import io.greenstack.descriptions.iodd.model.DeviceIdentity.DeviceVariant;
import io.greenstack.descriptions.iodd.model.ErrorEntry.ErrorType;
import io.greenstack.descriptions.iodd.model.IoddDescription;
import io.greenstack.descriptions.iodd.model.ProcessData;
import io.greenstack.descriptions.iodd.model.ProcessData.ProcessDataItem;
import io.greenstack.descriptions.iodd.model.TextRef;
import io.greenstack.descriptions.iodd.model.UserInterface.Menu;
import io.greenstack.descriptions.iodd.standard.IoddDatatypes;
import io.greenstack.descriptions.iodd.standard.IoddTexts;
import io.greenstack.descriptions.iodd.standard.IoddVariables;
import io.greenstack.descriptions.iodd.standard.IoddVariables.ResolvedVariable;
import io.greenstack.descriptions.iodd.view.IoddDetail;
import io.greenstack.descriptions.iodd.view.IoddDetail.ParameterView;
import io.greenstack.descriptions.iodd.view.IoddDetail.ProcessDataView;
import io.greenstack.descriptions.iodd.view.IoddDetail.RecordItemView;

/** What a search finds of an IODD. Texts come in all languages of its files, facts as its detail shows them. */
final class IoddSearch {

    private static final int OCTET = 8;
    private static final String PARAMETERS = "parameters";
    private static final String INDEX = "index";
    private static final String SUBINDEX = "subindex";

    private final IoddDescription model;
    private final IoddDatatypes datatypes;
    private final Map<String, IoddTexts> languages;
    private final List<SearchEntry> entries = new ArrayList<>();

    private IoddSearch(IoddDescription model) {
        this.model = model;
        this.datatypes = IoddDatatypes.of(model);
        this.languages = new LinkedHashMap<>();
        IoddTexts.languages(model).forEach(language -> languages.put(language, IoddTexts.of(model, language)));
    }

    static SearchDocument of(IoddDescription model, IoddDetail detail, ReadDescription.Identity identity,
            ReadDescription.Product product) {
        IoddSearch search = new IoddSearch(model);
        search.parameters(detail);
        search.processData(detail);
        search.codes(detail);
        search.menus();
        return new SearchDocument(search.names(identity, product), search.revision(), features(detail),
                search.entries);
    }

    private List<SearchText> names(ReadDescription.Identity identity, ReadDescription.Product product) {
        List<SearchText> texts = SearchDocument.texts(identity, product);
        add(texts, Field.NAME, model.identity().deviceName());
        add(texts, Field.VENDOR, model.identity().deviceFamily());
        for (DeviceVariant variant : model.variants()) {
            add(texts, Field.NAME, variant.anyName());
            add(texts, Field.DESCRIPTION, variant.anyText());
        }
        add(texts, Field.DESCRIPTION, model.identity().vendorText());
        return texts;
    }

    private void add(List<SearchText> texts, Field field, TextRef ref) {
        if (ref != null) {
            languages.forEach((language, words) -> SearchDocument.add(texts, field, language, words.label(ref)));
        }
    }

    private String revision() {
        String revision = model.device().commNetworkProfile() == null
                ? null
                : model.device().commNetworkProfile().iolinkRevision();
        return revision == null || revision.isBlank() ? null : revision.strip().replaceFirst("^[Vv]", "");
    }

    private static List<String> features(IoddDetail detail) {
        List<String> features = new ArrayList<>();
        IoddDetail.FeaturesView stated = detail.features();
        feature(features, "Block parameter", stated.blockParameter());
        feature(features, "Data storage", stated.dataStorage());
        feature(features, "Access locks", stated.accessLocksParameter());
        for (IoddDetail.CommunicationView layer : detail.communication()) {
            feature(features, "SIO", layer.sioSupported());
            feature(features, "ISDU", layer.msequence() == null ? null : layer.msequence().isduSupported());
            feature(features, "Wireless", layer.wireless() != null);
            feature(features, layer.bitrate(), layer.bitrate() != null && !layer.bitrate().isBlank());
        }
        if (stated.profileCharacteristic() != null) {
            for (String profile : stated.profileCharacteristic().strip().split("\\s+")) {
                feature(features, "Profile " + profile, !profile.isEmpty());
            }
        }
        return features.stream().distinct().toList();
    }

    private static void feature(List<String> features, String name, Boolean there) {
        if (Boolean.TRUE.equals(there)) {
            features.add(name);
        }
    }

    private void parameters(IoddDetail detail) {
        Map<String, ParameterView> views = detail.parameters().stream().filter(view -> view.variableId() != null)
                .collect(Collectors.toMap(ParameterView::variableId, Function.identity(), (a, b) -> a));
        for (ResolvedVariable variable : IoddVariables.of(model, datatypes).all()) {
            ParameterView view = views.get(variable.id());
            if (view != null) {
                parameter(variable, view);
            }
        }
    }

    private void parameter(ResolvedVariable variable, ParameterView view) {
        Map<String, Long> codes = codes(variable.index(), null);
        List<SearchText> texts = named(variable.name(), view.name());
        SearchDocument.add(texts, Field.KEY, null, variable.id());
        SearchDocument.add(texts, Field.UNIT, null, view.unit());
        List<SearchText> names = List.copyOf(texts);
        add(texts, Field.DESCRIPTION, variable.description());
        entries.add(new SearchEntry(SearchType.PARAMETER, PARAMETERS, variable.id(), texts, codes,
                SearchDocument.facts(view.dataType(), view.accessRights(), view.unit(), view.minValue(),
                        view.maxValue(),
                        view.defaultValue())));
        Datatype type = variable.datatype();
        if (type == null) {
            return;
        }
        values(names, PARAMETERS, variable.id(), codes, type.values());
        for (RecordItem item : type.recordItems()) {
            item(SearchType.PARAMETER, PARAMETERS, variable.id(), codes, item, view.recordItems(),
                    item.subindex() == null ? null : variable.itemValues().get(item.subindex()));
        }
    }

    private void item(SearchType type, String tab, String owner, Map<String, Long> codes, RecordItem item,
            List<RecordItemView> views, List<AllowedValue> own) {
        RecordItemView view = view(views, item);
        if (view == null) {
            return;
        }
        String place = owner + '.' + item.subindex();
        List<SearchText> texts = named(item.name(), view.name());
        SearchDocument.add(texts, Field.UNIT, null, view.unit());
        List<SearchText> names = List.copyOf(texts);
        add(texts, Field.DESCRIPTION, item.description());
        Map<String, Long> placed = codes(codes.get(INDEX), item.subindex());
        entries.add(new SearchEntry(type, tab, place, texts, placed, facts(view)));
        Datatype simple = datatypes.resolve(item.type());
        values(names, tab, place, type == SearchType.PARAMETER ? placed : Map.of(),
                own != null ? own : simple == null ? List.of() : simple.values());
    }

    private static RecordItemView view(List<RecordItemView> views, RecordItem item) {
        return views == null
                ? null
                : views.stream().filter(view -> Objects.equals(view.subindex(), item.subindex())).findFirst()
                        .orElse(null);
    }

    /** The names of a thing, in all languages; what is shown in place of a missing one else. */
    private List<SearchText> named(TextRef ref, String shown) {
        List<SearchText> texts = new ArrayList<>();
        add(texts, Field.NAME, ref);
        if (texts.isEmpty()) {
            SearchDocument.add(texts, Field.NAME, null, shown);
        }
        return texts;
    }

    private void values(List<SearchText> names, String tab, String item, Map<String, Long> codes,
            List<AllowedValue> values) {
        List<SearchText> texts = new ArrayList<>(names);
        for (AllowedValue value : values) {
            if (value instanceof SingleValue single && single.name() != null) {
                languages.forEach((language, words) -> value(texts, language, single.value(),
                        words.label(single.name())));
            } else if (value instanceof ValueRange range && range.name() != null) {
                languages.forEach((language, words) -> value(texts, language,
                        range.lowerValue() + ".." + range.upperValue(), words.label(range.name())));
            }
        }
        if (texts.size() > names.size()) {
            entries.add(new SearchEntry(SearchType.ENUMERATION, tab, item, texts, codes, Map.of()));
        }
    }

    private static void value(List<SearchText> texts, String language, String value, String name) {
        if (!name.isEmpty()) {
            SearchDocument.add(texts, Field.VALUE, language, value + " = " + name);
        }
    }

    private void processData(IoddDetail detail) {
        for (ProcessData alternative : model.processData()) {
            processData(detail, alternative.in());
            processData(detail, alternative.out());
        }
    }

    private void processData(IoddDetail detail, ProcessDataItem data) {
        ProcessDataView view = data == null
                ? null
                : detail.processData().stream().filter(one -> Objects.equals(one.pdId(), data.id())).findFirst()
                        .orElse(null);
        Datatype type = data == null ? null : datatypes.resolve(data.type());
        if (view == null || type == null) {
            return;
        }
        String tab = "process-data";
        if (type.recordItems().isEmpty()) {
            List<SearchText> texts = named(data.name(), view.name().isEmpty() ? data.id() : view.name());
            SearchDocument.add(texts, Field.UNIT, null, view.unit());
            entries.add(new SearchEntry(SearchType.PROCESS_DATA, tab, data.id(), texts, Map.of(),
                    SearchDocument.facts(view.dataType(), null, view.unit(), null, null, null)));
            values(texts, tab, data.id(), Map.of(), type.values());
        }
        for (RecordItem item : type.recordItems()) {
            item(SearchType.PROCESS_DATA, tab, data.id(), Map.of(), item, view.recordItems(), null);
        }
    }

    /** Events and errors, those of the standard in its words. */
    private void codes(IoddDetail detail) {
        Map<Integer, List<SearchText>> events = new HashMap<>();
        IoddEvents book = new IoddEvents(model);
        languages.keySet().forEach(language -> book.all(language).forEach(event -> {
            List<SearchText> texts = events.computeIfAbsent(event.code(), code -> new ArrayList<>());
            SearchDocument.add(texts, Field.NAME, language, event.name());
            SearchDocument.add(texts, Field.DESCRIPTION, language, event.description());
        }));
        events.forEach((code, texts) -> entries.add(new SearchEntry(SearchType.EVENT, "events",
                String.format("0x%04X", code), texts, Map.of("event", code.longValue()), Map.of())));
        for (IoddDetail.ErrorView error : detail.errors()) {
            if (error.code() != null && error.additionalCode() != null) {
                List<SearchText> texts = new ArrayList<>();
                SearchDocument.add(texts, Field.NAME, null, error.name());
                SearchDocument.add(texts, Field.DESCRIPTION, null, error.description());
                model.errorTypes().stream()
                        .filter(own -> own instanceof ErrorType type
                                && Objects.equals(type.additionalCode(), error.additionalCode()))
                        .map(ErrorType.class::cast).forEach(type -> {
                            add(texts, Field.NAME, type.name());
                            add(texts, Field.DESCRIPTION, type.description());
                        });
                entries.add(new SearchEntry(SearchType.ERROR, "errors",
                        String.format("0x%02X / 0x%02X", error.code(), error.additionalCode()), texts,
                        Map.of("error", (long) error.code() << OCTET | error.additionalCode()), Map.of()));
            }
        }
    }

    private void menus() {
        for (Menu menu : model.menus()) {
            List<SearchText> texts = new ArrayList<>();
            add(texts, Field.NAME, menu.name());
            menu.dataItems().flatMap(item -> item.buttons().stream()).forEach(button -> {
                add(texts, Field.VALUE, button.description());
                add(texts, Field.DESCRIPTION, button.actionStartedMessage());
            });
            if (!texts.isEmpty()) {
                entries.add(new SearchEntry(SearchType.MENU, "menus", menu.id() == null ? "" : menu.id(), texts,
                        Map.of(), Map.of()));
            }
        }
    }

    private static Map<String, Long> codes(Number index, Integer subindex) {
        Map<String, Long> codes = new HashMap<>();
        if (index != null) {
            codes.put(INDEX, index.longValue());
        }
        if (subindex != null) {
            codes.put(SUBINDEX, subindex.longValue());
        }
        return codes;
    }

    private static Map<String, String> facts(RecordItemView view) {
        boolean ranged = view.ranges() != null && !view.ranges().isEmpty();
        return SearchDocument.facts(view.dataType(), view.accessRights(), view.unit(),
                ranged ? view.ranges().get(0).minValue() : null, ranged ? view.ranges().get(0).maxValue() : null,
                view.defaultValue());
    }
}
