package io.greenstack.api.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.JsonNode;

import io.greenstack.api.description.DescriptionService;
import io.greenstack.api.description.DescriptionSummary;
import io.greenstack.api.description.Kinds;
import io.greenstack.api.description.OpenDescriptions;
import io.greenstack.api.export.ExportService.Content;
import io.greenstack.api.openapi.Answers;
import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.Downloads;
import io.greenstack.api.platform.FileContent;
import io.greenstack.api.platform.JsonText;
import io.greenstack.api.platform.LanguageQuery;
import io.greenstack.api.security.Roles;
import io.greenstack.api.table.TableFormat;
import io.greenstack.api.table.TableQuery;
import io.greenstack.descriptions.ParameterLine;

/** Export of what is configured, under the paths of the predecessor; {@code kind} is the path of a format. */
@Path("/api/config-export")
@RolesAllowed(Roles.VIEWER)
@Tag(name = "Export")
class ConfigExportResource {

    private static final int MOST = 1_000;
    private static final String EXPORT_FORMAT = "greenstack-1";

    private final ExportService tables;
    private final DescriptionService descriptions;
    private final OpenDescriptions open;
    private final Kinds kinds;
    private final JsonText json;

    ConfigExportResource(ExportService tables, DescriptionService descriptions, OpenDescriptions open, Kinds kinds,
            JsonText json) {
        this.tables = tables;
        this.descriptions = descriptions;
        this.open = open;
        this.kinds = kinds;
        this.json = json;
    }

    record Exported(DescriptionSummary device, @Schema(type = SchemaType.OBJECT) @JsonRawValue String content,
            String exportFormat) {}

    record BatchEntry(DescriptionSummary device, @Schema(type = SchemaType.ARRAY) JsonNode parameters, String type) {}

    record Batch(List<BatchEntry> devices, int totalCount, String deviceType, String exportFormat) {}

    @GET
    @Path("/{kind}/{id}/json")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "All of a description as JSON: parameters, process data or assemblies and connections, events")
    public RestResponse<Exported> json(String kind, long id) {
        DescriptionSummary summary = descriptions.summary(id, kinds.constant(kind));
        return RestResponse.ResponseBuilder.ok(new Exported(summary, open.of(summary).detail(null), EXPORT_FORMAT))
                .header(HttpHeaders.CONTENT_DISPOSITION, Downloads.attachment(summary.productName() + ".json"))
                .build();
    }

    @GET
    @Path("/{kind}/{id}/csv")
    @Operation(summary = "The parameters of a description as CSV")
    @Answers(types = "text/csv", problems = "422 export-too-large")
    public RestResponse<FileContent> csv(String kind, long id, @BeanParam LanguageQuery language) {
        descriptions.summary(id, kinds.constant(kind));
        return new TableQuery().answer(tables.of(id, Content.PARAMETERS, language), TableFormat.CSV);
    }

    @GET
    @Path("/batch/json")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The parameters of up to 1,000 descriptions of a kind", description = "device_type: IODD or EDS; device_ids: "
            + "catalog ids with commas between them; 404 when there is none of them")
    @Answers(problems = "422 export-too-large")
    public Batch batch(@QueryParam("device_type") String type, @QueryParam("device_ids") List<String> deviceIds) {
        String kind = kinds.constant(type);
        Map<Long, DescriptionSummary> found = descriptions.summaries(ExportResource.ids(deviceIds, MOST));
        tables.checkParameters(found.values());
        List<BatchEntry> entries = new ArrayList<>();
        long rows = 0;
        for (DescriptionSummary summary : found.values()) {
            if (kind == null || kind.equals(summary.kind())) {
                List<ParameterLine> lines = open.of(summary).parameterLines(null);
                rows += lines.size();
                tables.checkRows(rows);
                entries.add(new BatchEntry(summary, json.read(json.write(lines), JsonNode.class), summary.kind()));
            }
        }
        if (entries.isEmpty()) {
            throw ApiException.notFound("There is no such description.");
        }
        return new Batch(entries, entries.size(), kind, EXPORT_FORMAT);
    }
}
