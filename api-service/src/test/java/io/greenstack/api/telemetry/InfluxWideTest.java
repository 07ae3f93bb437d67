package io.greenstack.api.telemetry;

import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** A real InfluxDB 2 with the parameters of a message in one line; give its address as {@code INFLUXDB_URL}, with {@code INFLUXDB_TOKEN}. */
@EnabledIfEnvironmentVariable(named = "INFLUXDB_URL", matches = "http.+", disabledReason = "INFLUXDB_URL names no InfluxDB")
class InfluxWideTest extends TelemetryStoreContract {

    @Override
    TelemetrySettings.Influx settings() {
        return LinesForTests.realInflux();
    }

    @Override
    TelemetryStore open(TelemetrySettings.Influx settings) {
        return new InfluxTelemetryStore(settings);
    }

    @Override
    String line(HistoryPoint reading) {
        return LinesForTests.wide(reading);
    }
}
