package io.greenstack.api.iodd;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.greenstack.api.description.ParameterCoding;
import io.greenstack.api.description.ParameterRequests.Coded;
import io.greenstack.api.description.ParameterRequests.DecodeOctets;
import io.greenstack.api.description.ParameterRequests.EncodeValue;
import io.greenstack.api.description.ParameterRequests.ValidateValue;
import io.greenstack.api.description.ParameterRequests.ValidateValues;
import io.greenstack.api.description.ParameterRequests.Validation;
import io.greenstack.api.platform.Params;
import io.greenstack.api.security.Roles;
import io.greenstack.descriptions.ParameterBook;
import io.greenstack.descriptions.iodd.IoddFormat;

/** Values of parameters. Nothing is sent to a device; {@code parameter} is an ISDU index, a variable id or a unique name. */
@Path("/api/iodd")
@RolesAllowed(Roles.VIEWER)
@Tag(name = "IODD", description = "IO-Link device descriptions")
class ParameterResource {

    private static final int MAX_SUBINDEX = 255;

    private final ParameterCoding coding;

    public ParameterResource(ParameterCoding coding) {
        this.coding = coding;
    }

    @POST
    @Path("/{id}/parameters/{parameter}/encode")
    @Operation(summary = "Octets of a parameter value", description = "404 = no such description or parameter, 422 = the "
            + "datatype cannot hold the value.")
    public Coded encode(long id, String parameter, @QueryParam("subindex") String subindex,
            @NotNull @Valid EncodeValue body) {
        return coding.encode(book(id), parameter, subindex(subindex), body);
    }

    @POST
    @Path("/{id}/parameters/{parameter}/decode")
    @Operation(summary = "Parameter value of octets", description = "Give the octets as hex, bytes or base64.")
    public Coded decode(long id, String parameter, @QueryParam("subindex") String subindex,
            @NotNull @Valid DecodeOctets body) {
        return coding.decode(book(id), parameter, subindex(subindex), body);
    }

    @POST
    @Path("/{id}/parameters/{parameter}/validate")
    @Operation(summary = "Check a parameter value: access, type, length, ranges and single values")
    public Validation validate(long id, String parameter, @QueryParam("subindex") String subindex,
            @NotNull @Valid ValidateValue body) {
        return coding.validate(book(id), parameter, subindex(subindex), body);
    }

    @POST
    @Path("/{id}/validate")
    @Operation(summary = "Check the values of several parameters")
    public Validation validate(long id, @NotNull @Valid ValidateValues body) {
        return coding.validate(book(id), body);
    }

    private ParameterBook book(long id) {
        return coding.book(id, IoddFormat.KIND);
    }

    private static int subindex(String text) {
        return Params.integer("subindex", text, 0, 0, MAX_SUBINDEX);
    }
}
