package io.greenstack.api.security;

import java.security.Principal;
import java.time.Instant;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.greenstack.api.platform.Needs;
import io.greenstack.api.platform.Needs.Part;
import io.greenstack.api.security.AuthViews.AuthConfig;
import io.greenstack.api.security.AuthViews.AuthMe;
import io.greenstack.api.security.AuthViews.Kind;
import io.greenstack.api.security.AuthViews.OidcConfig;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;

/** How one signs in, and who one is then. */
@Path("/api/auth")
@Needs(Part.NOTHING)
@Tag(name = "Authentication", description = "How one signs in, and who one is then")
class AuthResource {

    private final SecuritySettings security;
    private final OidcSettings oidc;
    private final OidcTenant tenant;
    private final SecurityIdentity caller;

    AuthResource(SecuritySettings security, OidcSettings oidc, OidcTenant tenant, SecurityIdentity caller) {
        this.security = security;
        this.oidc = oidc;
        this.tenant = tenant;
        this.caller = caller;
    }

    @GET
    @Path("/config")
    @PermitAll
    @Operation(summary = "How one signs in; anybody may ask")
    public AuthConfig config() {
        return new AuthConfig(security.mode(), tenant.enabled()
                ? new OidcConfig(true, oidc.issuer().orElseThrow(), oidc.clientId(), oidc.scopes(),
                        oidc.audience().orElse(oidc.clientId()), "S256")
                : new OidcConfig(false, null, null, null, null, null));
    }

    @GET
    @Path("/me")
    @Authenticated
    @Operation(summary = "Who asks, and what he may do")
    public AuthMe me() {
        Principal principal = caller.getPrincipal();
        if (principal instanceof TokenPrincipal person) {
            return view(person.getName(), Kind.TOKEN, person.scope(), person.expiresAt());
        }
        KeyPrincipal key = (KeyPrincipal) principal;
        return view(key.name(), security.mode() == SecuritySettings.Mode.OPEN ? Kind.LOCAL : Kind.KEY, key.scope(),
                key.expiresAt());
    }

    private static AuthMe view(String name, Kind kind, Scope scope, Instant expiresAt) {
        return new AuthMe(name, kind, scope, scope == null ? List.of() : scope.roles().stream().sorted().toList(),
                expiresAt);
    }
}
