package io.greenstack.api.security;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** The service as it runs in production: with API keys. */
public class KeysMode implements QuarkusTestProfile {

    static final String ADMIN_KEY = "test-admin-key-0123456789";
    static final String EDGE_KEY = "test-edge-key-0123456789";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("greenstack.security.mode", "keys", "greenstack.security.admin-key", ADMIN_KEY,
                "greenstack.security.edge-key", EDGE_KEY, "greenstack.http.request-timeout", "1s",
                "greenstack.security.rate-limit.requests-per-second", "1", "greenstack.security.rate-limit.burst",
                "400", "greenstack.security.rate-limit.unknown-keys-burst", "1000");
    }
}
