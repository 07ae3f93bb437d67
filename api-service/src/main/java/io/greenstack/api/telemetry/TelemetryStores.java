package io.greenstack.api.telemetry;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the time-series store that the configuration asks for. */
class TelemetryStores {

    @Produces
    @Singleton
    TelemetryStore store(TelemetrySettings settings) {
        return switch (settings.store()) {
            case INFLUXDB -> new InfluxTelemetryStore(settings.influx());
            case INFLUXDB3 -> new Influx3TelemetryStore(settings.influx());
            case QUESTDB -> new QuestDbTelemetryStore(settings.influx());
        };
    }

    void close(@Disposes TelemetryStore store) throws Exception {
        if (store instanceof AutoCloseable closeable) {
            closeable.close();
        }
    }
}
