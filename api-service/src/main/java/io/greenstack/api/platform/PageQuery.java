package io.greenstack.api.platform;

import java.util.List;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestResponse;

/** The {@code page} (from 1) and {@code size} query parameters of a list. Texts, so that a bad number is a 400 and no 404. */
public class PageQuery extends SizeQuery {

    private static final int MAX_PAGE = 10_000_000;

    @QueryParam("page")
    @Parameter(description = "Number of the page, from 1", schema = @Schema(type = SchemaType.INTEGER, defaultValue = "1", minimum = "1"))
    String page;

    @Context
    UriInfo uri;

    /**
     * The checked page request.
     *
     * @throws ApiException 400 {@code invalid-parameter} when a number is missing its range
     */
    public PageRequest toRequest() {
        return new PageRequest(Params.integer("page", page, 1, 1, MAX_PAGE), size());
    }

    /** A page as an array with {@code X-Total-Count} and {@code Link} (first, prev, next, last). */
    public <T> RestResponse<List<T>> answer(Page<T> found) {
        return Responses.page(found, uri);
    }
}
