package io.greenstack.api.description;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.greenstack.api.platform.Message;
import io.greenstack.api.security.Roles;

/** Deletes EDS files. */
@Path("/api/eds")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Deletion", description = "Taking device descriptions out of the catalog; devices bound to them are bound anew")
public class EdsRemovalResource {

    private final DescriptionRemoval removal;
    private final CatalogReset catalog;

    @Inject
    public EdsRemovalResource(DescriptionRemoval removal, CatalogReset catalog) {
        this.removal = removal;
        this.catalog = catalog;
    }

    /** Catalog ids. */
    public record Ids(@NotNull @Size(min = 1, max = CatalogReset.MAX_IDS) List<@NotNull Long> edsIds) {}

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Delete an EDS file")
    public Message delete(long id) {
        removal.delete(id, DescriptionKind.EDS);
        return new Message("Deleted.");
    }

    @POST
    @Path("/bulk-delete")
    @Operation(summary = "Delete some EDS files", description = "eds_ids are catalog ids, up to 1000; all in one transaction.")
    public BulkDeletion deleteSome(@NotNull @Valid Ids ids) {
        return catalog.delete(ids.edsIds(), DescriptionKind.EDS);
    }

    @DELETE
    @Path("/reset")
    @Operation(summary = "Delete all EDS files", description = "confirm=eds says that this is meant. Goes in steps: after an "
            + "error, ask again for the rest.")
    public BulkDeletion reset(@QueryParam("confirm") String confirm) {
        return catalog.reset(confirm, DescriptionKind.EDS);
    }
}
