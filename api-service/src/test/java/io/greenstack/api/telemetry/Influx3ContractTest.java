package io.greenstack.api.telemetry;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * An InfluxDB 3, or the stand-in that is made of the engine of its SQL ({@code src/test/resources/influxdb3/stand-in.py}); give its
 * address as {@code INFLUXDB3_URL}, with {@code INFLUXDB3_TOKEN}.
 */
@EnabledIfEnvironmentVariable(named = "INFLUXDB3_URL", matches = "http.+", disabledReason = "INFLUXDB3_URL names no InfluxDB 3")
class Influx3ContractTest extends TelemetryStoreContract {

    @Override
    TelemetrySettings.Influx settings() {
        Map<String, String> environment = System.getenv();
        return new StoreSettings(environment.get("INFLUXDB3_URL").replaceAll("/$", ""),
                Optional.ofNullable(environment.get("INFLUXDB3_TOKEN")), "greenstack", "device-telemetry",
                Duration.ofSeconds(30));
    }

    @Override
    TelemetryStore open(TelemetrySettings.Influx settings) {
        return new Influx3TelemetryStore(settings);
    }

    @Override
    String line(HistoryPoint reading) {
        return LinesForTests.narrow(reading);
    }
}
