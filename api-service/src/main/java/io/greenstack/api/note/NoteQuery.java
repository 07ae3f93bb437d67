package io.greenstack.api.note;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import io.greenstack.api.description.Kinds;
import io.greenstack.api.platform.Params;

/** Which notes are wanted. */
class NoteQuery {

    @QueryParam("description_id")
    String descriptionId;

    @QueryParam("status")
    @Parameter(description = "How far it is", schema = @Schema(implementation = NoteStatus.class))
    String status;

    @QueryParam("priority")
    @Parameter(description = "How much it matters", schema = @Schema(implementation = NotePriority.class))
    String priority;

    @QueryParam("kind")
    String kind;

    @QueryParam("category")
    @Parameter(description = "Category, as it was written")
    String category;

    @QueryParam("q")
    String text;

    NoteFilter filter(Kinds kinds) {
        return new NoteFilter(Params.longOrNull("description_id", descriptionId),
                Params.constant("status", status, NoteStatus.class, null),
                Params.constant("priority", priority, NotePriority.class, null), kinds.constant(kind),
                Params.textOrNull(category), Params.textOrNull(text));
    }
}
