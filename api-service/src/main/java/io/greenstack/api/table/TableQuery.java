package io.greenstack.api.table;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestResponse;

import io.greenstack.api.platform.Downloads;
import io.greenstack.api.platform.FileContent;
import io.greenstack.api.platform.Params;

/** How a table is to be answered. */
public class TableQuery {

    @QueryParam("format")
    @Parameter(description = "csv (default), json or xlsx", schema = @Schema(implementation = TableFormat.class))
    String format;

    @QueryParam("bom")
    @Parameter(description = "true: a CSV begins with a byte order mark, which some spreadsheets need")
    String bom;

    /** The format that was chosen. */
    public TableFormat chosen() {
        return Params.constant("format", format, TableFormat.class, TableFormat.CSV);
    }

    /** Whether a CSV begins with a byte order mark. */
    public boolean marked() {
        return Boolean.TRUE.equals(Params.booleanOrNull("bom", bom));
    }

    /** The table as a file. */
    public RestResponse<FileContent> answer(Table table) {
        return answer(table, chosen());
    }

    /** The table as a file of a format that is not to be chosen. */
    public RestResponse<FileContent> answer(Table table, TableFormat chosen) {
        return answer(table, chosen, marked());
    }

    /**
     * The same.
     *
     * @param mark whether a CSV begins with a byte order mark
     */
    public RestResponse<FileContent> answer(Table table, TableFormat chosen, boolean mark) {
        return RestResponse.ResponseBuilder.ok(new FileContent(chosen.octets(table, mark)), chosen.mediaType())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        Downloads.attachment(table.name().replaceAll("\\s+", "_") + "." + chosen.extension()))
                .build();
    }
}
