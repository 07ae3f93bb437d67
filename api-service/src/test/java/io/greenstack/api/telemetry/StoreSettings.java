package io.greenstack.api.telemetry;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Settings of a store for tests. */
record StoreSettings(String url, Optional<String> token, String org, String bucket, Duration timeout)
        implements
            TelemetrySettings.Influx {

    @Override
    public Optional<Path> tokenFile() {
        return Optional.empty();
    }

    static StoreSettings of(String url) {
        return new StoreSettings(url, Optional.of("secret"), "greenstack", "device-telemetry", Duration.ofSeconds(5));
    }
}
