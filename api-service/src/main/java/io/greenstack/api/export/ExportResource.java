package io.greenstack.api.export;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import io.greenstack.api.export.ExportService.Content;
import io.greenstack.api.openapi.Answers;
import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.FileContent;
import io.greenstack.api.platform.LanguageQuery;
import io.greenstack.api.platform.Params;
import io.greenstack.api.security.Roles;
import io.greenstack.api.table.TableQuery;

/** Tables of descriptions. */
@Path("/api/descriptions")
@RolesAllowed(Roles.VIEWER)
@Tag(name = "Export", description = "Tables as CSV, JSON and XLSX")
class ExportResource {

    private static final int MOST = 1_000;

    private final ExportService service;

    ExportResource(ExportService service) {
        this.service = service;
    }

    @GET
    @Path("/{id}/export/{content}")
    @Operation(summary = "A table of a description", description = "content: parameters, process-data or events")
    @Answers(problems = "422 export-too-large")
    public RestResponse<FileContent> one(long id, String content, @BeanParam TableQuery table,
            @BeanParam LanguageQuery language) {
        return table.answer(service.of(id, content(content), language));
    }

    @GET
    @Path("/export/{content}")
    @Operation(summary = "A table of up to 1,000 descriptions", description = "ids: catalog ids with commas between them; ids that "
            + "there are not are left out, 404 when there is none of them")
    @Answers(problems = "422 export-too-large")
    public RestResponse<FileContent> several(String content, @QueryParam("ids") List<String> ids,
            @BeanParam TableQuery table, @BeanParam LanguageQuery language) {
        return table.answer(service.of(ids(ids, MOST), content(content), language));
    }

    static List<Long> ids(List<String> texts, int most) {
        List<Long> ids = Stream.of(String.join(",", texts == null ? List.of() : texts).split(","))
                .map(text -> Params.longOrNull("ids", text)).filter(Objects::nonNull).distinct().toList();
        if (ids.isEmpty() || ids.size() > most) {
            throw ApiException.invalidParameter("ids",
                    "1 to " + most + " catalog ids are needed, separated by commas");
        }
        return ids;
    }

    private static Content content(String text) {
        return Stream.of(Content.values())
                .filter(each -> ExportService.token(each).equals(text.toLowerCase(Locale.ROOT)))
                .findFirst().orElseThrow(() -> ApiException.notFound("There is no table " + text
                        + "; there are parameters, process-data and events."));
    }
}
