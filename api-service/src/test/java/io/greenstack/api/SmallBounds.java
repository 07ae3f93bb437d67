package io.greenstack.api;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** Of what is kept nothing is in memory and little in Redis, and tables have few rows: for all tests of such bounds one start. */
public class SmallBounds implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("greenstack.cache.local-size", "0", "greenstack.cache.max-size", "300K",
                "greenstack.export.max-rows", "3");
    }
}
