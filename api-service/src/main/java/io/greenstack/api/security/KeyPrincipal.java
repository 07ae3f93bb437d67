package io.greenstack.api.security;

import java.security.Principal;
import java.time.Instant;

/**
 * Who an API key stands for.
 *
 * @param name name of the key
 * @param scope what it may do
 * @param expiresAt when it ends, null = never
 */
record KeyPrincipal(String name, Scope scope, Instant expiresAt) implements Principal {

    @Override
    public String getName() {
        return name;
    }

    boolean expired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }
}
