package io.greenstack.platform.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whether a caller of an edge service is the api-service: it shows the key that both know. Without a key nobody may call, unless
 * the service listens on loopback only.
 */
@Singleton
public class ServiceAccess {

    private final Optional<String> key;
    private final boolean loopback;

    public ServiceAccess(@ConfigProperty(name = "greenstack.service.key") Optional<String> key,
            @ConfigProperty(name = "quarkus.http.host") String host) {
        this.key = key.filter(text -> !text.isBlank());
        this.loopback = host.startsWith("127.") || "localhost".equals(host) || "::1".equals(host);
    }

    /** @param presented what the caller shows, null if nothing */
    public boolean allows(String presented) {
        if (key.isEmpty()) {
            return loopback;
        }
        return presented != null && MessageDigest.isEqual(presented.getBytes(StandardCharsets.UTF_8),
                key.get().getBytes(StandardCharsets.UTF_8));
    }
}
