package io.greenstack.api.security;

import java.time.Instant;
import java.util.List;

import io.greenstack.descriptions.Sparse;

/** What is told of signing in. */
final class AuthViews {

    private AuthViews() {}

    /**
     * How one signs in.
     *
     * @param mode {@code keys}: an API key or a token is needed; {@code open}: neither is, on this machine
     * @param oidc where people sign in
     */
    record AuthConfig(SecuritySettings.Mode mode, OidcConfig oidc) {}

    /**
     * Where people sign in, by the code flow with PKCE.
     *
     * @param enabled false: only API keys are taken, and the rest is absent
     * @param issuer URL of the issuer, whose {@code /.well-known/openid-configuration} says the rest
     * @param clientId the UI's own id, that of a public client
     * @param scopes what the UI asks for
     * @param audience what the token must be for
     * @param codeChallengeMethod of PKCE
     */
    record OidcConfig(boolean enabled, String issuer, String clientId, List<String> scopes, String audience,
            String codeChallengeMethod) implements Sparse {}

    /**
     * Who asks.
     *
     * @param name of the key or the person, as the audit log has it
     * @param kind {@code key}, {@code token}, or {@code local} for a trial without keys
     * @param scope what he may do, absent = nothing
     * @param roles the roles of the scope
     * @param expiresAt when key or token ends, absent = never
     */
    record AuthMe(String name, Kind kind, Scope scope, List<String> roles, Instant expiresAt) implements Sparse {}

    /** By what somebody is known. */
    enum Kind {
        /** An API key. */
        KEY,
        /** A token of the issuer. */
        TOKEN,
        /** Being on this machine, in a trial. */
        LOCAL
    }
}
