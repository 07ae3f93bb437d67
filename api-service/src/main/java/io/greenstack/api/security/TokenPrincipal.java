package io.greenstack.api.security;

import java.security.Principal;
import java.time.Instant;

/**
 * A person who signed in at the issuer.
 *
 * @param user name at the issuer
 * @param issuer of the token
 * @param subject id at the issuer, which stays the same
 * @param scope what he may do, null = nothing
 * @param expiresAt when the token ends
 */
record TokenPrincipal(String user, String issuer, String subject, Scope scope, Instant expiresAt) implements Principal {

    /** Begin of the names of people, which no API key may have. */
    static final String PREFIX = "oidc:";

    /** As the audit log and what is changed names him: never as an API key is named. */
    @Override
    public String getName() {
        return PREFIX + user;
    }
}
