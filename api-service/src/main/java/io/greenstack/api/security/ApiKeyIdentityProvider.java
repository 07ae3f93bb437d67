package io.greenstack.api.security;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;

/** Turns an API key into an identity with the roles of its scope. */
@ApplicationScoped
class ApiKeyIdentityProvider implements IdentityProvider<ApiKeyCredential> {

    private final KeyDirectory directory;
    private final UnknownKeys unknown;

    public ApiKeyIdentityProvider(KeyDirectory directory, UnknownKeys unknown) {
        this.directory = directory;
        this.unknown = unknown;
    }

    @Override
    public Class<ApiKeyCredential> getRequestType() {
        return ApiKeyCredential.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(ApiKeyCredential credential, AuthenticationRequestContext context) {
        Optional<KeyPrincipal> known = directory.known(credential.hash());
        if (known.isPresent()) {
            return Uni.createFrom().item(identity(known.get()));
        }
        unknown.trying(credential.address(), credential.hash());
        return context.runBlocking(() -> load(credential.hash()));
    }

    private SecurityIdentity load(byte[] hash) {
        KeyPrincipal principal = directory.load(hash).orElseThrow(AuthenticationFailedException::new);
        unknown.right(hash);
        return identity(principal);
    }

    static SecurityIdentity identity(KeyPrincipal principal) {
        return QuarkusSecurityIdentity.builder().setPrincipal(principal).addRoles(principal.scope().roles()).build();
    }
}
