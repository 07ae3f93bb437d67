package io.greenstack.localstack.testing;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** A time-series store for {@code @WithTestResource}; one for the whole test JVM. */
public final class QuestDbResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return TestServers.useDevServices() ? Map.of() : TestServers.questDb().getConfiguration();
    }

    /** The server serves the following tests too and stops with the JVM. */
    @Override
    public void stop() {
        // nothing of this resource's own to release
    }
}
