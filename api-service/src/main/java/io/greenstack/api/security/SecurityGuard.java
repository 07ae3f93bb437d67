package io.greenstack.api.security;

import java.util.List;
import java.util.Optional;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import io.quarkus.runtime.StartupEvent;

/** Refuses to start an open service that other machines could reach. */
@ApplicationScoped
class SecurityGuard {

    private static final Logger LOG = Logger.getLogger(SecurityGuard.class);

    private final SecuritySettings settings;
    private final KeyDirectory directory;
    private final OidcTenant issuer;
    private final String host;
    private final boolean forwarding;
    private final List<String> proxies;

    public SecurityGuard(SecuritySettings settings, KeyDirectory directory, OidcTenant issuer,
            @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = "quarkus.http.proxy.proxy-address-forwarding") boolean forwarding,
            @ConfigProperty(name = "quarkus.http.proxy.trusted-proxies") Optional<List<String>> proxies) {
        this.settings = settings;
        this.directory = directory;
        this.issuer = issuer;
        this.host = host;
        this.forwarding = forwarding;
        this.proxies = proxies.orElse(List.of());
    }

    void check(@Observes @Priority(1) StartupEvent start) {
        verify(settings.mode(), host);
        verify(forwarding, proxies);
        if (settings.mode() == SecuritySettings.Mode.OPEN) {
            LOG.warnf("SECURITY IS OPEN: everybody on this machine is an administrator of this service (bound to %s). "
                    + "Set GREENSTACK_SECURITY=keys and GREENSTACK_ADMIN_KEY for anything but a trial.", host);
        }
        directory.announce(issuer.enabled());
        issuer.announce();
    }

    /**
     * Checks that the mode fits the address.
     *
     * @throws IllegalStateException when an open service would listen beyond loopback
     */
    static void verify(SecuritySettings.Mode mode, String host) {
        if (mode == SecuritySettings.Mode.OPEN && !Loopback.binds(host)) {
            throw new IllegalStateException(
                    "GREENSTACK_SECURITY=open is only allowed on a loopback address, but HTTP_HOST is '"
                            + host
                            + "'. Set HTTP_HOST=127.0.0.1, or GREENSTACK_SECURITY=keys with GREENSTACK_ADMIN_KEY.");
        }
    }

    /**
     * Checks that nobody can claim to be somewhere else.
     *
     * @throws IllegalStateException when addresses that are told are believed from everybody
     */
    static void verify(boolean forwarding, List<String> proxies) {
        if (forwarding && proxies.isEmpty()) {
            throw new IllegalStateException(
                    "GREENSTACK_PROXY_FORWARDING=true believes everybody what address he tells. "
                            + "Set GREENSTACK_TRUSTED_PROXIES to the addresses of your proxies.");
        }
    }
}
