package io.greenstack.api.releases;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.greenstack.api.description.DescriptionKind;
import io.greenstack.api.security.Roles;

/** Releases for the device of an EDS file. */
@Path("/api/eds")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
@Tag(name = "Releases", description = "Releases and revisions of a device's description, and the devices that use them")
public class EdsReleaseResource {

    private final ReleaseService service;

    @Inject
    public EdsReleaseResource(ReleaseService service) {
        this.service = service;
    }

    @GET
    @Path("/{id}/releases")
    @Operation(summary = "All releases for the device of an EDS file", description = "Newest first, with variants.")
    public List<ReleaseView> releases(long id) {
        return service.of(id, DescriptionKind.EDS);
    }

    @GET
    @Path("/device/{vendorCode}/{productCode}/revisions")
    @Operation(summary = "Revisions of an EtherNet/IP device", description = "Newest first, with variants.")
    public List<EdsRevision> revisions(long vendorCode, long productCode) {
        return service.revisions(vendorCode, productCode);
    }
}
