package io.greenstack.api.branding;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

import io.greenstack.api.openapi.Answers;
import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.Downloads;
import io.greenstack.api.platform.FileContent;
import io.greenstack.api.platform.Uploads;
import io.greenstack.api.security.Roles;
import io.quarkus.security.identity.SecurityIdentity;

/** Name, colours and logo. Reading them needs no key, because the page that asks for the key shows them. */
@Path("/api/branding")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Branding", description = "How the suite presents itself: name, colours, logo")
class BrandingResource {

    private static final String COLOR = "#[0-9A-Fa-f]{6}";

    private final BrandingService service;
    private final SecurityIdentity caller;

    BrandingResource(BrandingService service, SecurityIdentity caller) {
        this.service = service;
        this.caller = caller;
    }

    /**
     * What is to be set.
     *
     * @param name name of the product or of the plant
     * @param primaryColor {@code #rrggbb}
     * @param accentColor {@code #rrggbb}
     */
    record BrandingRequest(@NotBlank @Size(max = 60) String name, @NotNull @Pattern(regexp = COLOR) String primaryColor,
            @NotNull @Pattern(regexp = COLOR) String accentColor) {}

    @GET
    @PermitAll
    @Operation(summary = "Name, colours and the path of the logo; needs no key")
    public BrandingView get() {
        return service.get();
    }

    @PUT
    @Operation(summary = "Set name and colours; the logo stays")
    public BrandingView set(@NotNull @Valid BrandingRequest request) {
        return service.set(request.name(), request.primaryColor(), request.accentColor(),
                caller.getPrincipal().getName());
    }

    @DELETE
    @Operation(summary = "Back to the name and colours of GreenStack, without a logo")
    public BrandingView reset() {
        return service.reset();
    }

    @GET
    @PermitAll
    @Path("/logo")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "The logo; needs no key")
    @Answers(types = {"image/png", "image/jpeg", "image/webp"}, problems = "404 no-logo")
    @APIResponseSchema(FileContent.class)
    public Response logo(
            @QueryParam("v") @Parameter(description = "Part of the path in the branding, so that a new logo is fetched") String version,
            @Context Request request) {
        BrandLogo logo = service.logo().orElseThrow(() -> new ApiException(404, "no-logo", "There is no logo."));
        return Downloads.file(request, "logo." + logo.mediaType().substring("image/".length()), logo.mediaType(),
                logo.sha256(), logo::content).toResponse();
    }

    @PUT
    @Path("/logo")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(summary = "Set the logo", description = "Form field 'file': PNG, JPEG or WebP of at most 256 KB.")
    @Answers(problems = {"400 file-missing", "413 logo-too-large", "415 logo-type"})
    public BrandingView setLogo(@RestForm("file") FileUpload file) {
        return service.setLogo(Uploads.content(Uploads.required(file)), caller.getPrincipal().getName());
    }

    @DELETE
    @Path("/logo")
    @Operation(summary = "Take the logo away")
    public BrandingView removeLogo() {
        return service.removeLogo(caller.getPrincipal().getName());
    }
}
