package io.greenstack.api.security;

import java.net.URI;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import io.greenstack.api.openapi.Answers;
import io.greenstack.api.platform.PageQuery;
import io.greenstack.api.security.ApiKeyService.ApiKeyView;
import io.greenstack.api.security.ApiKeyService.CreatedKey;
import io.greenstack.api.security.KeyRequests.CreateKeyRequest;
import io.greenstack.api.security.KeyRequests.RotateKeyRequest;
import io.quarkus.security.identity.SecurityIdentity;

/** API keys: made once, shown once, revoked at once. */
@Path("/api/keys")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Keys", description = "API keys and their scopes")
class ApiKeyResource {

    private final ApiKeyService service;
    private final SecurityIdentity caller;

    public ApiKeyResource(ApiKeyService service, SecurityIdentity caller) {
        this.service = service;
        this.caller = caller;
    }

    @POST
    @Operation(summary = "Create a key; the answer is the only place where the key itself is shown")
    @Answers(value = 201, problems = "400 invalid-address")
    public RestResponse<CreatedKey> create(@NotNull @Valid CreateKeyRequest request) {
        return answer(service.create(request, caller.getPrincipal().getName()));
    }

    @POST
    @Path("/{id}/rotate")
    @Operation(summary = "Create a key in the place of another one, which goes on for a while", description = "Same name, "
            + "scope and addresses. The old key ends after the overlap (24h unless said, 0s = at once), or earlier if it would have.")
    @Answers(value = 201, problems = "409 key-ended")
    public RestResponse<CreatedKey> rotate(long id, @Valid RotateKeyRequest request) {
        return answer(service.rotate(id, request, caller.getPrincipal().getName()));
    }

    private static RestResponse<CreatedKey> answer(CreatedKey created) {
        return RestResponse.ResponseBuilder
                .<CreatedKey>created(URI.create("/api/keys/" + created.details().id()))
                .entity(created)
                .header("Cache-Control", "no-store")
                .build();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "What can be seen of a key")
    public ApiKeyView get(long id) {
        return service.get(id);
    }

    @GET
    @Operation(summary = "List keys without the keys themselves")
    public RestResponse<List<ApiKeyView>> list(@BeanParam PageQuery page) {
        return page.answer(service.list(page.toRequest()));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Revoke a key")
    public void revoke(long id) {
        service.revoke(id);
    }
}
