package io.greenstack.api.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

import io.greenstack.api.search.SearchAnswer.DescriptionHit;
import io.greenstack.api.search.SearchAnswer.DeviceHit;
import io.greenstack.api.search.SearchAnswer.FacetCount;
import io.greenstack.api.search.SearchAnswer.SearchFacets;
import io.greenstack.api.search.SearchAnswer.SearchFound;
import io.greenstack.api.search.SearchAnswer.SearchHit;
import io.greenstack.api.search.SearchRows.Count;
import io.greenstack.api.search.SearchRows.FoundDevice;
import io.greenstack.api.search.SearchRows.Hit;
import io.greenstack.api.search.SearchRows.Whole;
import io.greenstack.descriptions.SearchText;
import io.greenstack.descriptions.SearchText.Field;
import io.greenstack.descriptions.SearchType;

/** Makes the answer of what was found: one page of each list, with marks. */
final class SearchAssembler {

    private static final List<String> RANKS = List.of("some", "text", "word", "prefix", "exact");
    private static final String EDS = "EDS";
    private static final String IODD = "IODD";
    private static final int MAX_VALUES = 50;

    private final String text;
    private final SearchResults results;
    private final int offset;
    private final int limit;
    private final SearchMarker marker;
    private final List<String> more = new ArrayList<>();
    private int total;

    SearchAssembler(String text, SearchResults results, int offset, int limit) {
        this.text = text;
        this.results = results;
        this.offset = offset;
        this.limit = limit;
        this.marker = new SearchMarker(results.query());
    }

    SearchAnswer answer(String corrected, SearchFacets facets) {
        List<DescriptionHit> eds = wholes("eds_devices", whole -> whole.kind().equals(EDS));
        List<DescriptionHit> iodd = wholes("iodd_devices", whole -> whole.kind().equals(IODD));
        List<DescriptionHit> others = wholes("other_descriptions",
                whole -> !whole.kind().equals(EDS) && !whole.kind().equals(IODD));
        List<DeviceHit> devices = page("devices", results.devices()).stream().map(this::device).toList();
        List<SearchHit> parameters = hits("parameters", SearchType.PARAMETER);
        List<SearchHit> data = hits("process_data", SearchType.PROCESS_DATA);
        List<SearchHit> assemblies = hits("assemblies", SearchType.ASSEMBLY);
        List<SearchHit> connections = hits("connections", SearchType.CONNECTION);
        List<SearchHit> enums = hits("enums", SearchType.ENUMERATION);
        List<SearchHit> events = hits("events", SearchType.EVENT);
        List<SearchHit> errors = hits("errors", SearchType.ERROR);
        List<SearchHit> menus = hits("menus", SearchType.MENU);
        return new SearchAnswer(text, corrected, eds, iodd, others, devices, parameters, data, assemblies, connections,
                enums, events, errors, menus, total, !more.isEmpty(), List.copyOf(more), facets);
    }

    private <T> List<T> page(String name, List<T> all) {
        List<T> page = all.subList(Math.min(offset, all.size()), Math.min(offset + limit, all.size()));
        if (all.size() > offset + limit) {
            more.add(name);
        }
        total += page.size();
        return page;
    }

    private List<DescriptionHit> wholes(String name, Predicate<Whole> which) {
        return page(name, results.wholes().stream().filter(which).toList()).stream().map(this::whole).toList();
    }

    private List<SearchHit> hits(String name, SearchType type) {
        return page(name, results.hits().stream().filter(hit -> hit.type() == type).toList()).stream().map(this::hit)
                .toList();
    }

    private String match(int rank) {
        return results.match() == null ? RANKS.get(rank) : results.match();
    }

    private DescriptionHit whole(Whole whole) {
        String revision = whole.major() == null
                ? whole.fileVersion()
                : whole.major() + "." + (whole.minor() == null ? 0 : whole.minor());
        return new DescriptionHit(whole.id(), whole.kind(), match(whole.rank()), whole.vendor(), whole.product(),
                whole.productIds().isEmpty() ? null : whole.productIds(),
                whole.kind().equals(EDS) ? whole.deviceId() : null, whole.vendorId(), whole.deviceId(), revision,
                first(whole.doc(), Field.DESCRIPTION), marker.marks(whole.product()),
                found(whole.doc(), whole.product()));
    }

    private DeviceHit device(FoundDevice device) {
        List<SearchText> texts = new ArrayList<>();
        texts.add(new SearchText(Field.KEY, null, device.id()));
        if (device.location() != null) {
            texts.add(new SearchText(Field.VALUE, null, device.location()));
        }
        if (device.notes() != null) {
            texts.add(new SearchText(Field.DESCRIPTION, null, device.notes()));
        }
        String title = device.name() == null ? device.id() : device.name();
        return new DeviceHit(device.id(), device.name(), device.location(), device.descriptionId(),
                marker.marks(title), found(new SearchDoc(null, null, texts, Map.of(), Map.of()), title));
    }

    private SearchFound found(SearchDoc doc, String title) {
        SearchFound best = marker.best(doc);
        return best == null || best.text().equals(title) ? null : best;
    }

    private SearchHit hit(Hit hit) {
        SearchDoc doc = hit.doc();
        boolean parameter = hit.type() == SearchType.PARAMETER || hit.type() == SearchType.ENUMERATION;
        String title = doc.title();
        Long index = doc.codes().containsKey("index") ? doc.codes().get("index") : doc.codes().get("parameter");
        Long code = doc.codes().entrySet().stream()
                .filter(each -> List.of("event", "error", "assembly", "connection").contains(each.getKey()))
                .map(Map.Entry::getValue).findFirst().orElse(null);
        String description = first(doc, Field.DESCRIPTION);
        Map<String, String> facts = doc.facts();
        return new SearchHit(hit.textId(), hit.type().name().toLowerCase(Locale.ROOT), match(hit.rank()),
                hit.descriptionId(), hit.kind(), hit.vendor(), hit.product(), hit.deviceId(), title,
                marker.marks(title), doc.tab(), doc.item(), found(doc, title), parameter ? title : null,
                parameter ? index : null, doc.codes().get("subindex"), code, description, description,
                facts.get("unit"), facts.get("data_type"), facts.get("access_rights"), facts.get("min_value"),
                facts.get("max_value"), facts.get("default_value"),
                hit.type() == SearchType.ENUMERATION ? values(doc) : null);
    }

    private static Map<String, String> values(SearchDoc doc) {
        Map<String, String> values = new LinkedHashMap<>();
        for (SearchText value : doc.texts()) {
            int means = value.field() == Field.VALUE ? value.text().indexOf(" = ") : -1;
            if (means > 0 && values.size() < MAX_VALUES) {
                values.putIfAbsent(value.text().substring(0, means), value.text().substring(means + 3));
            }
        }
        return values;
    }

    private static String first(SearchDoc doc, Field field) {
        return doc.texts().stream().filter(each -> each.field() == field).map(SearchText::text).findFirst()
                .orElse(null);
    }

    static SearchFacets facets(Collection<Count> counts, boolean complete) {
        long total = counts.stream().filter(count -> count.facet().equals("total")).mapToLong(Count::count).sum();
        return new SearchFacets(total, complete, facet(counts, "kind"), facet(counts, "vendor"),
                facet(counts, "revision"), facet(counts, "feature"));
    }

    private static List<FacetCount> facet(Collection<Count> counts, String name) {
        return counts.stream().filter(count -> count.facet().equals(name))
                .map(count -> new FacetCount(count.value(), count.count())).toList();
    }
}
