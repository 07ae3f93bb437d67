package io.greenstack.api.iodd;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import io.greenstack.api.description.DecodeRequest;
import io.greenstack.api.description.DecodeService;
import io.greenstack.api.description.DescriptionService;
import io.greenstack.api.description.EncodeRequest;
import io.greenstack.api.platform.Responses;
import io.greenstack.api.security.Roles;
import io.greenstack.core.processdata.LayoutJson;
import io.greenstack.core.processdata.ProcessDataLayout;

/** Compiled process data of an IODD: the same as below {@code /api/descriptions}, for IODDs only. */
@Path("/api/iodd")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
@Tag(name = "IODD", description = "IO-Link device descriptions")
public class IoddProcessDataResource {

    private final IoddService service;
    private final DescriptionService descriptions;
    private final DecodeService decoder;

    @Inject
    public IoddProcessDataResource(IoddService service, DescriptionService descriptions, DecodeService decoder) {
        this.service = service;
        this.descriptions = descriptions;
        this.decoder = decoder;
    }

    @GET
    @Path("/{id}/process-data-layout")
    @Operation(summary = "The compiled process data that devices are decoded with")
    @APIResponseSchema(ProcessDataLayout.class)
    public RestResponse<String> layout(long id, @Context Request request) {
        return Responses.cacheable(request, service.entry(id).checksum(),
                () -> LayoutJson.write(descriptions.layout(id)));
    }

    @POST
    @Path("/{id}/decode")
    @Operation(summary = "Decode process data", description = "Give the octets as hex, bytes or base64.")
    public RestResponse<String> decode(long id, @NotNull @Valid DecodeRequest body) {
        service.entry(id);
        return RestResponse.ok(decoder.decode(id, body));
    }

    @POST
    @Path("/{id}/encode")
    @Operation(summary = "Encode process data", description = "Values by field key become octets; the answer shows what they mean.")
    public RestResponse<String> encode(long id, @NotNull @Valid EncodeRequest body) {
        service.entry(id);
        return RestResponse.ok(decoder.encode(id, body));
    }
}
