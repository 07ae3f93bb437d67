package io.greenstack.localstack.testing;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Redis for {@code @WithTestResource}; one for the whole test JVM. */
public final class RedisResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return TestServers.useDevServices() ? Map.of() : TestServers.redis().getConfiguration();
    }

    /** The server serves the following tests too and stops with the JVM. */
    @Override
    public void stop() {
        // nothing of this resource's own to release
    }
}
