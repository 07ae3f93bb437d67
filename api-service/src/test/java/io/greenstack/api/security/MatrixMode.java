package io.greenstack.api.security;

import java.util.Map;

/** Keys and an issuer, with budgets that thousands of requests of a test do not use up. */
public class MatrixMode extends KeysMode {

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> settings = super.getConfigOverrides();
        settings.keySet().removeIf(key -> key.startsWith("greenstack.limits.") || key.startsWith("greenstack.http."));
        for (String budget : new String[]{"reads", "writes", "uploads", "services", "strangers", "unknown-keys"}) {
            settings.put("greenstack.limits." + budget + ".per-second", "100000");
            settings.put("greenstack.limits." + budget + ".burst", "1000000");
        }
        return settings;
    }
}
