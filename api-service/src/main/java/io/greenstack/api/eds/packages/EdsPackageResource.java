package io.greenstack.api.eds.packages;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import io.greenstack.api.platform.HttpSettings;
import io.greenstack.api.platform.PageQuery;
import io.greenstack.api.platform.Responses;
import io.greenstack.api.security.Roles;

/** The vendors' ZIPs that EDS files came in. */
@Path("/api/eds/packages")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
@Tag(name = "EDS", description = "EtherNet/IP device descriptions")
public class EdsPackageResource {

    private final EdsPackageService service;
    private final HttpSettings settings;

    @Inject
    public EdsPackageResource(EdsPackageService service, HttpSettings settings) {
        this.service = service;
        this.settings = settings;
    }

    @GET
    @Operation(summary = "List packages", description = "Newest first.")
    public RestResponse<List<EdsPackageEntry>> list(@BeanParam PageQuery page, @Context UriInfo uri) {
        return Responses.page(service.list(page.toRequest(settings.maxPageSize())), uri);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A package with its readme, variants and versions")
    public EdsPackageDetail get(long id) {
        return service.get(id);
    }
}
