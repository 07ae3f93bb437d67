package io.greenstack.api.export;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.greenstack.api.openapi.Answers;
import io.greenstack.api.platform.LanguageQuery;
import io.greenstack.api.security.Roles;

/** The parameter set of a description. */
@Path("/api/descriptions/{id}/parameter-set")
@RolesAllowed(Roles.VIEWER)
@Tag(name = "Export")
class DescriptionSetResource {

    private final ParameterSetService service;

    DescriptionSetResource(ParameterSetService service) {
        this.service = service;
    }

    @GET
    @Operation(summary = "The parameters of a description with their defaults", description = "As JSON, or as a table in CSV or XLSX. "
            + "Values are raw; what can only be written is left out.")
    @APIResponseSchema(ParameterSet.class)
    @Answers(problems = "422 export-too-large")
    public Response get(long id, @BeanParam ParameterSetQuery query, @BeanParam LanguageQuery language) {
        return query.answer(service.ofDescription(id, query.writable(), language));
    }
}
