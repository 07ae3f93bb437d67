package io.greenstack.api.security;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** The service as it runs in production: with API keys, and with an issuer at which people sign in. */
public class KeysMode implements QuarkusTestProfile {

    static final String ADMIN_KEY = "test-admin-key-0123456789";
    static final String EDGE_KEY = "test-edge-key-0123456789";

    /** A site whose pages may use the API. */
    public static final String SITE = "https://ui.example";

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(IssuerResource.class));
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> settings = new HashMap<>();
        settings.put("greenstack.security.mode", "keys");
        settings.put("greenstack.security.admin-key", ADMIN_KEY);
        settings.put("greenstack.security.edge-key", EDGE_KEY);
        settings.put("greenstack.http.route-timeouts",
                "/api/test/slow=1s,/api/test/slow-sql=1s,/api/test/slow-sql/entities=1s,/api/test/slow-sql/longer=60s");
        settings.put("greenstack.http.cors-origins", SITE);
        settings.put("greenstack.limits.reads.per-second", "20");
        settings.put("greenstack.limits.reads.burst", "400");
        settings.put("greenstack.limits.uploads.per-second", "1");
        settings.put("greenstack.limits.uploads.burst", "5");
        settings.put("greenstack.limits.patience", "5s");
        settings.put("greenstack.limits.streams", "3");
        settings.put("greenstack.limits.strangers.burst", "10000");
        settings.put("greenstack.limits.unknown-keys.burst", "1000");
        return settings;
    }
}
