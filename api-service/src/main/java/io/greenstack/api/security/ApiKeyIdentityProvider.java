package io.greenstack.api.security;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.greenstack.api.limit.Budget;
import io.greenstack.api.limit.RateLimits;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;

/** Turns an API key into an identity with the roles of its scope. */
@ApplicationScoped
class ApiKeyIdentityProvider implements IdentityProvider<ApiKeyCredential> {

    private static final Logger LOG = Logger.getLogger(ApiKeyIdentityProvider.class);

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
            return Uni.createFrom().item(() -> identity(admitted(known.get(), credential)));
        }
        return unknown.trying(credential.address(), credential.hash())
                .chain(() -> context.runBlocking(() -> load(credential)));
    }

    private SecurityIdentity load(ApiKeyCredential credential) {
        KeyPrincipal principal = directory.load(credential.hash()).orElseThrow(AuthenticationFailedException::new);
        unknown.right(credential.hash());
        return identity(admitted(principal, credential));
    }

    /** Whoever has a key that is not his is told no more than that of a wrong one; the log tells its owner. */
    private static KeyPrincipal admitted(KeyPrincipal principal, ApiKeyCredential credential) {
        if (!principal.mayComeFrom(credential.address())) {
            LOG.warnf("The API key '%s' was used from %s, from where it may not be used", principal.name(),
                    credential.address());
            throw new AuthenticationFailedException();
        }
        return principal;
    }

    static SecurityIdentity identity(KeyPrincipal principal) {
        QuarkusSecurityIdentity.Builder identity = QuarkusSecurityIdentity.builder().setPrincipal(principal)
                .addRoles(principal.scope().roles());
        if (principal.bucket() != null) {
            identity.addAttribute(RateLimits.PRINCIPAL, principal.bucket());
        }
        if (principal.service()) {
            identity.addAttribute(RateLimits.BUDGET, Budget.SERVICES);
        }
        return identity.build();
    }
}
