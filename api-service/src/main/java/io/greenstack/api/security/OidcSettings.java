package io.greenstack.api.security;

import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Sign-in of people by OpenID Connect; off until an issuer is named. */
@ConfigMapping(prefix = "greenstack.oidc")
public interface OidcSettings {

    /** URL of the issuer, without {@code /.well-known/openid-configuration}. */
    Optional<String> issuer();

    /** Client id of the web UI, a public client with PKCE. */
    @WithDefault("greenstack")
    String clientId();

    /** What the claim {@code aud} of a token must hold; without it the client id. */
    Optional<String> audience();

    /** What the web UI asks for. */
    @WithDefault("openid,profile,email")
    List<String> scopes();

    /** Path of the claim with the roles, parts with {@code /} between them; without it {@code groups} and those of Keycloak. */
    Optional<String> roleClaim();

    /** Roles of the issuer that make a viewer. */
    @WithDefault("greenstack-viewer")
    List<String> viewerRoles();

    /** Roles of the issuer that make an operator. */
    @WithDefault("greenstack-operator")
    List<String> operatorRoles();

    /** Roles of the issuer that make an administrator. */
    @WithDefault("greenstack-admin")
    List<String> adminRoles();
}
