package io.greenstack.api.eds;

import java.util.Locale;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import io.greenstack.api.description.DecodeRequest;
import io.greenstack.api.description.EncodeRequest;
import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.JsonText;
import io.greenstack.api.platform.Responses;
import io.greenstack.api.security.Roles;
import io.greenstack.core.processdata.ProcessDataLayout;

/** An EDS at work: octets of assemblies as values and back, and what to enter into a scanner. */
@Path("/api/eds")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
@Tag(name = "EDS", description = "EtherNet/IP device descriptions")
public class EdsUseResource {

    private static final int LONGEST_HOST = 253;
    private static final String HOST = "[A-Za-z0-9.:_-]+";

    private final EdsService service;
    private final EdsContentService content;
    private final JsonText json;

    @Inject
    public EdsUseResource(EdsService service, EdsContentService content, JsonText json) {
        this.service = service;
        this.content = content;
        this.json = json;
    }

    @GET
    @Path("/{id}/assemblies/{assembly}/layout")
    @Operation(summary = "The fields of an assembly", description = "By the number of its entry, or its whole keyword.")
    @APIResponseSchema(ProcessDataLayout.class)
    public RestResponse<String> layout(long id, String assembly, @Context Request request) {
        return Responses.cacheable(request, EdsService.version(service.entry(id)),
                () -> content.layout(id, assembly));
    }

    @POST
    @Path("/{id}/assemblies/{assembly}/decode")
    @Operation(summary = "Octets of an assembly as values", description = "Give the octets as hex, bytes or base64.")
    public RestResponse<String> decode(long id, String assembly, @NotNull @Valid DecodeRequest body) {
        return RestResponse.ok(content.decode(id, assembly, body));
    }

    @POST
    @Path("/{id}/assemblies/{assembly}/encode")
    @Operation(summary = "Values as octets of an assembly", description = "Answers also what the octets mean.")
    public RestResponse<String> encode(long id, String assembly, @NotNull @Valid EncodeRequest body) {
        return RestResponse.ok(content.encode(id, assembly, body));
    }

    @GET
    @Path("/{id}/connections/{number}/recipe")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "What to enter into a scanner", description = "format: json (default, with both programs in it), "
            + "pycomm3 (a Python program) or node-red (a flow to import). host: address of the device for the programs.")
    public RestResponse<String> recipe(long id, int number, @QueryParam("format") String format,
            @QueryParam("host") String host) {
        String address = host == null || host.isBlank() ? "192.168.1.10" : host.strip();
        if (address.length() > LONGEST_HOST || !address.matches(HOST)) {
            throw ApiException.invalidParameter("host", "an address or a host name is needed");
        }
        RecipeView recipe = content.recipe(id, number, address);
        return switch (format == null ? "json" : format.strip().toLowerCase(Locale.ROOT)) {
            case "", "json" -> answer(json.write(recipe), MediaType.APPLICATION_JSON);
            case "pycomm3" -> answer(recipe.snippets().pycomm3(), MediaType.TEXT_PLAIN + ";charset=UTF-8");
            case "node-red" -> answer(recipe.snippets().nodeRed(), MediaType.APPLICATION_JSON);
            default -> throw ApiException.invalidParameter("format", "json, pycomm3 or node-red is needed");
        };
    }

    private static RestResponse<String> answer(String text, String mediaType) {
        return RestResponse.ResponseBuilder.ok(text, mediaType).build();
    }
}
