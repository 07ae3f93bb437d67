package io.greenstack.api.security;

import java.security.Principal;
import java.time.Instant;
import java.util.List;

import io.greenstack.platform.network.AddressRange;

/**
 * Who an API key stands for.
 *
 * @param name name of the key
 * @param scope what it may do
 * @param expiresAt when it ends, null = never
 * @param bucket whose rate limits are used, null = none
 * @param service whether it is that of the edge services, which ask more than people do
 * @param allowed addresses from which it may be used, empty = all
 */
record KeyPrincipal(String name, Scope scope, Instant expiresAt, String bucket, boolean service,
        List<AddressRange> allowed) implements Principal {

    /** Everybody on this machine, in a trial. */
    static final KeyPrincipal LOCAL = new KeyPrincipal("local", Scope.ADMIN, null, null, false, List.of());

    /** The key of a setting. */
    static KeyPrincipal ofSetting(String name, Scope scope, boolean service) {
        return new KeyPrincipal(name, scope, null, "key:" + name, service, List.of());
    }

    @Override
    public String getName() {
        return name;
    }

    boolean expired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    boolean mayComeFrom(String address) {
        return allowed.isEmpty() || allowed.stream().anyMatch(range -> range.holds(address));
    }
}
