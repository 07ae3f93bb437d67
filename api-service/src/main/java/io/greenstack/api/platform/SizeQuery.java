package io.greenstack.api.platform;

import jakarta.inject.Inject;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The {@code size} query parameter of a list. A text, so that a bad number is a 400 and no 404. */
public class SizeQuery {

    /** Items on a page unless asked otherwise. */
    private static final int DEFAULT_SIZE = 50;

    @QueryParam("size")
    @Parameter(description = "Items on a page, 1 to 500", schema = @Schema(type = SchemaType.INTEGER, defaultValue = "50", minimum = "1", maximum = "500"))
    String size;

    @Inject
    HttpSettings settings;

    /**
     * The checked number of items.
     *
     * @throws ApiException 400 {@code invalid-parameter} when it is no number in its range
     */
    public int size() {
        return Params.integer("size", size, DEFAULT_SIZE, 1, settings.maxPageSize());
    }
}
