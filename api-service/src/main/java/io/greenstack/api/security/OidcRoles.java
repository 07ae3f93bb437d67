package io.greenstack.api.security;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.jwt.JsonWebToken;

import io.greenstack.api.limit.RateLimits;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;

/**
 * Gives a person the role of the highest of his roles at the issuer. Roles of the issuer count by the settings only: one that
 * happens to be called as ours grants nothing.
 */
@ApplicationScoped
class OidcRoles implements SecurityIdentityAugmentor {

    private static final int BUCKET_OCTETS = 12;

    private final OidcSettings settings;

    OidcRoles(OidcSettings settings) {
        this.settings = settings;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return Uni.createFrom().item(identity.getPrincipal() instanceof JsonWebToken token
                ? of(token, identity.getRoles())
                : identity);
    }

    private SecurityIdentity of(JsonWebToken token, Set<String> roles) {
        Scope scope = scope(roles);
        QuarkusSecurityIdentity.Builder identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new TokenPrincipal(token.getName(), token.getIssuer(), token.getSubject(), scope,
                        Instant.ofEpochSecond(token.getExpirationTime())));
        identity.addAttribute(RateLimits.PRINCIPAL, "user:" + bucket(token));
        if (scope != null) {
            identity.addRoles(scope.roles());
        }
        return identity.build();
    }

    /** By what stays the same: names at the issuer may change and may hold anything. */
    private static String bucket(JsonWebToken token) {
        return HexFormat.of().formatHex(Secrets.hash(token.getIssuer() + '\n' + token.getSubject()), 0, BUCKET_OCTETS);
    }

    /** The scope of somebody with these roles at the issuer, null for none. */
    Scope scope(Collection<String> roles) {
        if (!Collections.disjoint(roles, settings.adminRoles())) {
            return Scope.ADMIN;
        }
        if (!Collections.disjoint(roles, settings.operatorRoles())) {
            return Scope.OPERATOR;
        }
        return Collections.disjoint(roles, settings.viewerRoles()) ? null : Scope.VIEWER;
    }
}
