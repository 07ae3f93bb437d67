package io.greenstack.api.search;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.greenstack.api.description.Kinds;
import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.Params;
import io.greenstack.api.search.SuggestionService.SuggestionList;
import io.greenstack.api.security.Roles;
import io.greenstack.descriptions.SearchType;

/** Search over everything that the catalog and the registry know. */
@Path("/api/search")
@RolesAllowed(Roles.VIEWER)
@Tag(name = "Search", description = "Search over descriptions, what is in them, and devices")
class SearchResource {

    private static final int MAX_QUERY = 200;
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 500;
    private static final int MAX_REACH = 5000;
    private static final int MAX_SUGGESTIONS = 20;
    private static final int DEFAULT_SUGGESTIONS = 10;
    private static final int MAX_VALUES = 50;
    private static final String WHOLES = "device";

    private final SearchService service;
    private final SuggestionService suggestions;
    private final Kinds kinds;

    SearchResource(SearchService service, SuggestionService suggestions, Kinds kinds) {
        this.service = service;
        this.suggestions = suggestions;
        this.kinds = kinds;
    }

    @GET
    @Operation(summary = "Search descriptions, what is in them, and devices", description = "Finds names, texts in all languages, "
            + "units, meanings of values, and numbers in decimal or hexadecimal (index 60, 0x8C40). Exact names come first, then "
            + "beginnings, words, and words that may be meant. limit counts for each list.")
    public SearchAnswer search(
            @QueryParam("q") @Parameter(description = "What is searched for, 2 to 200 characters", required = true, example = "which sensors give bar?") String text,
            @QueryParam("device_type") @Parameter(description = "Kind of description: EDS or IODD") String deviceType,
            @QueryParam("kind") @Parameter(description = "The same") String kind,
            @QueryParam("vendor") @Parameter(description = "Name of a vendor as a facet tells it; several give any of them") List<String> vendors,
            @QueryParam("revision") @Parameter(description = "IO-Link revision; several give any of them") List<String> revisions,
            @QueryParam("feature") @Parameter(description = "What the device supports; several must all be supported") List<String> features,
            @QueryParam("type") @Parameter(description = "device (descriptions and devices), parameter, process_data, assembly, connection, enumeration, event, error, menu; several with commas; none = all") String type,
            @QueryParam("facets") @Parameter(description = "Whether facets are counted", schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "true")) String facets,
            @QueryParam("page") @Parameter(description = "Page of each list, from 1", schema = @Schema(type = SchemaType.INTEGER, defaultValue = "1", minimum = "1")) String page,
            @QueryParam("limit") @Parameter(description = "Results of each list, 1 to 500", schema = @Schema(type = SchemaType.INTEGER, defaultValue = "50", minimum = "1", maximum = "500")) String limit) {
        int size = Params.integer("limit", limit, DEFAULT_LIMIT, 1, MAX_LIMIT);
        int number = Params.integer("page", page, 1, 1, MAX_REACH);
        if ((long) number * size > MAX_REACH) {
            throw ApiException.invalidParameter("page", "page times limit is at most " + MAX_REACH
                    + "; narrow the search instead");
        }
        String wanted = kinds.constant(deviceType == null || deviceType.isBlank() ? kind : deviceType);
        Set<SearchType> types = EnumSet.noneOf(SearchType.class);
        boolean wholes = types(type, types);
        SearchFilter filter = new SearchFilter(wanted == null ? "" : wanted, values("vendor", vendors),
                values("revision", revisions), values("feature", features), types, wholes);
        return service.search(query(text, 2), filter, (number - 1) * size, size,
                !Boolean.FALSE.equals(Params.booleanOrNull("facets", facets)));
    }

    @GET
    @Path("/suggestions")
    @Operation(summary = "What a query may become", description = "Vendors, products and parameters that begin with the text or have a word that does.")
    public SuggestionList suggestions(
            @QueryParam("q") @Parameter(description = "Beginning of a query, 1 to 200 characters", required = true, example = "pres") String text,
            @QueryParam("limit") @Parameter(description = "Suggestions, 1 to 20", schema = @Schema(type = SchemaType.INTEGER, defaultValue = "10", minimum = "1", maximum = "20")) String limit) {
        return suggestions.of(query(text, 1), Params.integer("limit", limit, DEFAULT_SUGGESTIONS, 1, MAX_SUGGESTIONS));
    }

    private static String query(String text, int least) {
        String query = text == null ? "" : text.replace("\0", "");
        if (query.strip().length() < least || query.length() > MAX_QUERY) {
            throw ApiException.invalidParameter("q", least + " to " + MAX_QUERY + " characters are needed");
        }
        return query;
    }

    private static List<String> values(String name, List<String> values) {
        List<String> kept = values == null ? List.of() : values.stream().filter(value -> !value.isBlank()).toList();
        if (kept.size() > MAX_VALUES || kept.stream().anyMatch(value -> value.indexOf('\0') >= 0)) {
            throw ApiException.invalidParameter(name, "at most " + MAX_VALUES + " values without NUL are possible");
        }
        return kept;
    }

    /** Puts together which things are wanted; answers whether whole descriptions and devices are. */
    private static boolean types(String text, Set<SearchType> types) {
        List<String> names = text == null
                ? List.of()
                : Stream.of(text.split(",")).map(name -> name.strip().toLowerCase(Locale.ROOT))
                        .filter(name -> !name.isEmpty()).toList();
        for (String name : names) {
            if (!name.equals(WHOLES)) {
                types.add(Arrays.stream(SearchType.values())
                        .filter(known -> known.name().equalsIgnoreCase(name)).findFirst()
                        .orElseThrow(() -> ApiException.invalidParameter("type", "one of " + WHOLES + ", "
                                + Arrays.toString(SearchType.values()).toLowerCase(Locale.ROOT) + " is needed")));
            }
        }
        if (names.isEmpty()) {
            types.addAll(EnumSet.allOf(SearchType.class));
        }
        return names.isEmpty() || names.contains(WHOLES);
    }
}
