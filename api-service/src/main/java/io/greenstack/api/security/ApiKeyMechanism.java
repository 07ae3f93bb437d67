package io.greenstack.api.security;

import java.util.Set;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;

/** Takes the API key of a request from {@code X-API-Key} or {@code Authorization: Bearer}. */
@ApplicationScoped
class ApiKeyMechanism implements HttpAuthenticationMechanism {

    /** Header of the key. */
    public static final String HEADER = "X-API-Key";
    private static final String BEARER = "bearer ";
    private static final int MAX_KEY_LENGTH = 512;
    /** A signed JSON Web Token (RFC 7519, 7515): a JSON object, its claims and the signature, all in base64url. */
    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]*\\.[\\w-]*\\.[\\w-]*");
    private static final SecurityIdentity LOCAL_USER = ApiKeyIdentityProvider
            .identity(KeyPrincipal.LOCAL);

    private final boolean open;
    private final OidcTenant issuer;

    ApiKeyMechanism(SecuritySettings settings, OidcTenant issuer) {
        this.open = settings.mode() == SecuritySettings.Mode.OPEN;
        this.issuer = issuer;
    }

    /** Before the mechanism for tokens, which takes every {@code Authorization: Bearer} for one of its own. */
    @Override
    public int getPriority() {
        return HttpAuthenticationMechanism.DEFAULT_PRIORITY + 100;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        if (open) {
            return Loopback.sends(context.request()) ? Uni.createFrom().item(LOCAL_USER) : Uni.createFrom().nullItem();
        }
        String key = key(context);
        if (key == null || issuer.enabled() && !sentAsKey(context) && TOKEN.matcher(key).matches()) {
            return Uni.createFrom().nullItem();
        }
        SocketAddress sender = context.request().remoteAddress();
        String address = sender == null || sender.hostAddress() == null ? "" : sender.hostAddress();
        return providers.authenticate(new ApiKeyCredential(key, address));
    }

    private static boolean sentAsKey(RoutingContext context) {
        return context.request().getHeader(HEADER) != null;
    }

    private static String key(RoutingContext context) {
        String key = context.request().getHeader(HEADER);
        if (key == null) {
            String authorization = context.request().getHeader("Authorization");
            if (authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
                key = authorization.substring(BEARER.length());
            }
        }
        key = key == null ? "" : key.strip();
        return key.isEmpty() || key.length() > MAX_KEY_LENGTH ? null : key;
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer realm=\"greenstack\""));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(ApiKeyCredential.class);
    }
}
