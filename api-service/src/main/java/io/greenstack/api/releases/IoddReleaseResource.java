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

/** Releases for the device of an IODD. */
@Path("/api/iodd")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
@Tag(name = "Releases", description = "Releases and revisions of a device's description, and the devices that use them")
public class IoddReleaseResource {

    private final ReleaseService service;

    @Inject
    public IoddReleaseResource(ReleaseService service) {
        this.service = service;
    }

    @GET
    @Path("/{id}/releases")
    @Operation(summary = "All releases for the device of an IODD", description = "Newest first, with variants.")
    public List<ReleaseView> releases(long id) {
        return service.of(id, DescriptionKind.IODD);
    }
}
