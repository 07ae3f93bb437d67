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

/** The parameter set of a device. */
@Path("/api/devices/{id}/parameter-set")
@RolesAllowed(Roles.VIEWER)
@Tag(name = "Export")
class DeviceSetResource {

    private final ParameterSetService service;

    DeviceSetResource(ParameterSetService service) {
        this.service = service;
    }

    @GET
    @Operation(summary = "The parameters of a device with the values of its twin", description = "As JSON, or as a table in CSV or XLSX. "
            + "Values are raw; what can only be written is left out.")
    @APIResponseSchema(ParameterSet.class)
    @Answers(problems = {"409 no-description", "422 export-too-large"})
    public Response get(String id, @BeanParam ParameterSetQuery query, @BeanParam LanguageQuery language) {
        return query.answer(service.ofDevice(id, query.writable(), language));
    }
}
