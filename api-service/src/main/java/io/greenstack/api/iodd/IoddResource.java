package io.greenstack.api.iodd;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import io.greenstack.api.description.DescriptionFilter;
import io.greenstack.api.description.DescriptionKind;
import io.greenstack.api.platform.HttpSettings;
import io.greenstack.api.platform.LanguageQuery;
import io.greenstack.api.platform.PageQuery;
import io.greenstack.api.platform.Params;
import io.greenstack.api.platform.Responses;
import io.greenstack.api.security.Roles;

/** The catalog of IODDs. */
@Path("/api/iodd")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
@Tag(name = "IODD", description = "IO-Link device descriptions")
public class IoddResource {

    private final IoddService service;
    private final HttpSettings settings;

    @Inject
    public IoddResource(IoddService service, HttpSettings settings) {
        this.service = service;
        this.settings = settings;
    }

    @GET
    @Operation(summary = "List IODDs")
    public RestResponse<List<IoddEntry>> list(@QueryParam("q") String text, @QueryParam("vendor_id") String vendorId,
            @QueryParam("device_id") String deviceId, @QueryParam("sort") String sort, @BeanParam PageQuery page,
            @BeanParam LanguageQuery language, @Context UriInfo uri) {
        DescriptionFilter filter = new DescriptionFilter(DescriptionKind.IODD, Params.longOrNull("vendor_id", vendorId),
                Params.longOrNull("device_id", deviceId), text);
        return Responses.inLanguage(Responses.page(service.list(filter, sort, page.toRequest(settings.maxPageSize()),
                language), uri), null);
    }
}
