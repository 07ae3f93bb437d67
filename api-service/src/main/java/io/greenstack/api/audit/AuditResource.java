package io.greenstack.api.audit;

import java.util.List;
import java.util.Locale;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import io.greenstack.api.platform.FileContent;
import io.greenstack.api.platform.PageQuery;
import io.greenstack.api.platform.Params;
import io.greenstack.api.security.Roles;
import io.greenstack.api.table.TableQuery;

/** The audit log, for administrators. */
@Path("/api/audit")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Audit", description = "Who changed what over the API")
class AuditResource {

    private final AuditService service;

    AuditResource(AuditService service) {
        this.service = service;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Writes over the API, newest first", description = "path: what the path begins with; from and to are ISO 8601; "
            + "refused=true finds those that were answered with 400 or more")
    public RestResponse<List<AuditEntry>> list(@QueryParam("actor") String actor, @QueryParam("method") String method,
            @QueryParam("path") String path, @QueryParam("from") String from, @QueryParam("to") String to,
            @QueryParam("refused") String refused, @BeanParam PageQuery page) {
        return page.answer(service.page(filter(actor, method, path, from, to, refused),
                page.toRequest()));
    }

    @GET
    @Path("/export")
    @Operation(summary = "The newest 10,000 of them as a table")
    public RestResponse<FileContent> export(@QueryParam("actor") String actor, @QueryParam("method") String method,
            @QueryParam("path") String path, @QueryParam("from") String from, @QueryParam("to") String to,
            @QueryParam("refused") String refused, @BeanParam TableQuery table) {
        return table.answer(service.table(filter(actor, method, path, from, to, refused)));
    }

    private static AuditSelection filter(String actor, String method, String path, String from, String to,
            String refused) {
        return new AuditSelection(Params.textOrNull(actor),
                Params.textOrNull(method) == null ? null : Params.textOrNull(method).toUpperCase(Locale.ROOT),
                Params.textOrNull(path),
                Params.instantOrNull("from", from), Params.instantOrNull("to", to),
                Params.booleanOrNull("refused", refused));
    }
}
