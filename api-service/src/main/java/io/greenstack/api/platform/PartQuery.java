package io.greenstack.api.platform;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/**
 * Pages of a list that is nearly always read as a whole: a page is so large that only the lists of unusual files have more than
 * one, and no answer grows without end.
 */
public class PartQuery {

    /** Most items on a page, and so many unless asked otherwise. */
    public static final int MOST = 2000;
    private static final int MAX_PAGE = 10_000_000;

    @QueryParam("page")
    @Parameter(description = "Number of the page, from 1", schema = @Schema(type = SchemaType.INTEGER, defaultValue = "1", minimum = "1"))
    String page;

    @QueryParam("size")
    @Parameter(description = "Items on a page, 1 to 2000", schema = @Schema(type = SchemaType.INTEGER, defaultValue = "2000", minimum = "1", maximum = "2000"))
    String size;

    /**
     * The checked page request.
     *
     * @throws ApiException 400 {@code invalid-parameter} when a number is missing its range
     */
    public PageRequest toRequest() {
        return new PageRequest(Params.integer("page", page, 1, 1, MAX_PAGE),
                Params.integer("size", size, MOST, 1, MOST));
    }

    /** The page of a whole list; only what is on it is made of it. */
    public static <T, R> Page<R> of(List<T> whole, PageRequest request, Function<T, R> item) {
        Stream<T> part = whole.stream().skip(request.offset()).limit(request.size());
        return new Page<>(part.map(item).toList(), whole.size(), request);
    }
}
