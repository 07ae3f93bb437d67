package io.greenstack.api.security;

import java.net.URI;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TenantConfigResolver;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/**
 * Whose tokens are taken: those that the configured issuer signed for this API. The issuer is asked for its keys when the first
 * token comes, so that the service starts without it. Without an issuer nobody's tokens are taken; the same program does both.
 */
@ApplicationScoped
class OidcTenant implements TenantConfigResolver {

    private static final Logger LOG = Logger.getLogger(OidcTenant.class);
    private static final String ID = "greenstack";
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration KEYS_AT_MOST_EVERY = Duration.ofSeconds(30);

    private final OidcSettings settings;
    private final OidcTenantConfig tenant;

    OidcTenant(OidcSettings settings) {
        this.settings = settings;
        this.tenant = settings.issuer().map(issuer -> tenant(issuer, settings)).orElse(null);
    }

    private static OidcTenantConfig tenant(String issuer, OidcSettings settings) {
        var token = OidcTenantConfig.authServerUrl(issuer).tenantId(ID).clientId(settings.clientId())
                .applicationType(ApplicationType.SERVICE).connectionTimeout(CONNECT_TIMEOUT)
                .token().audience(settings.audience().orElse(settings.clientId())).allowJwtIntrospection(false)
                .allowOpaqueTokenIntrospection(false).forcedJwkRefreshInterval(KEYS_AT_MOST_EVERY)
                .requireJwtIntrospectionOnly(false);
        var tenant = token.end();
        settings.roleClaim().ifPresent(path -> tenant.roles().roleClaimPath(path).end());
        return tenant.build();
    }

    /** Whether tokens are taken at all. */
    boolean enabled() {
        return tenant != null;
    }

    /** Says in the log whose tokens are taken. */
    void announce() {
        if (!enabled()) {
            return;
        }
        String issuer = settings.issuer().orElseThrow();
        LOG.infof("People sign in at %s; tokens must be for %s", issuer,
                settings.audience().orElse(settings.clientId()));
        URI address = URI.create(issuer);
        if (!"https".equals(address.getScheme()) && !Loopback.binds(String.valueOf(address.getHost()))) {
            LOG.warnf("The issuer %s is asked for its keys without TLS: whoever is between can sign in as anybody",
                    issuer);
        }
    }

    @Override
    public Uni<OidcTenantConfig> resolve(RoutingContext request, OidcRequestContext<OidcTenantConfig> context) {
        return Uni.createFrom().item(tenant);
    }
}
