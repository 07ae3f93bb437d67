package io.greenstack.api.telemetry;

import io.greenstack.localstack.testing.TestServers;

class QuestDbTelemetryStoreTest extends TelemetryStoreContract {

    @Override
    TelemetrySettings.Influx settings() {
        return StoreSettings.of(TestServers.questDb().getConfiguration().get("INFLUXDB_URL"));
    }

    @Override
    TelemetryStore open(TelemetrySettings.Influx settings) {
        return new QuestDbTelemetryStore(settings);
    }

    @Override
    String line(HistoryPoint reading) {
        return LinesForTests.narrow(reading);
    }
}
