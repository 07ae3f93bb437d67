package io.greenstack.api.export;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import io.greenstack.api.platform.Downloads;
import io.greenstack.api.platform.Params;
import io.greenstack.api.table.Table;
import io.greenstack.api.table.TableFormat;
import io.greenstack.api.table.TableQuery;

/** How a parameter set is to be answered. */
public class ParameterSetQuery {

    @QueryParam("format")
    @Parameter(description = "json (default), csv or xlsx", schema = @Schema(implementation = TableFormat.class))
    String format;

    @QueryParam("bom")
    @Parameter(description = "true: a CSV begins with a byte order mark, which some spreadsheets need")
    String bom;

    @QueryParam("writable")
    @Parameter(description = "true: only what can be written")
    String writable;

    /** Whether only what can be written is wanted. */
    public boolean writable() {
        return Boolean.TRUE.equals(Params.booleanOrNull("writable", writable));
    }

    /** The set as JSON with what it is of, or as a table. */
    public Response answer(ParameterSet set) {
        TableFormat chosen = Params.constant("format", format, TableFormat.class, TableFormat.JSON);
        Table table = ParameterSetService.table(set);
        if (chosen == TableFormat.JSON) {
            return Response.ok(set, MediaType.APPLICATION_JSON_TYPE)
                    .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                    .header(HttpHeaders.CONTENT_DISPOSITION,
                            Downloads.attachment(table.name().replaceAll("\\s+", "_") + ".json"))
                    .build();
        }
        return new TableQuery().answer(table, chosen, Boolean.TRUE.equals(Params.booleanOrNull("bom", bom)))
                .toResponse();
    }
}
