package io.greenstack.api.telemetry;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import io.greenstack.core.message.WideField;

/** Points as ingestion writes them, without their times. */
final class LinesForTests {

    private LinesForTests() {}

    static StoreSettings realInflux() {
        Map<String, String> environment = System.getenv();
        return new StoreSettings(environment.get("INFLUXDB_URL").replaceAll("/$", ""),
                Optional.ofNullable(environment.get("INFLUXDB_TOKEN")),
                environment.getOrDefault("INFLUXDB_ORG", "greenstack"),
                environment.getOrDefault("INFLUXDB_BUCKET", "device-telemetry"), Duration.ofSeconds(30));
    }

    static String narrow(HistoryPoint reading) {
        return "device_telemetry,device_id=" + reading.deviceId() + ",parameter=" + escaped(reading.parameter())
                + (reading.unit() == null ? "" : ",unit=" + escaped(reading.unit()))
                + fields(reading, "value", "label", "status");
    }

    static String wide(HistoryPoint reading) {
        String name = escaped(WideField.name(reading.parameter(), reading.unit()));
        return "device_values,device_id=" + reading.deviceId()
                + fields(reading, name, WideField.LABEL + name, WideField.STATUS + name);
    }

    private static String fields(HistoryPoint reading, String value, String label, String status) {
        String fields = (reading.value() == null ? "" : "," + value + "=" + reading.value())
                + (reading.label() == null ? "" : "," + label + "=" + quoted(reading.label()))
                + (reading.status() == null ? "" : "," + status + "=" + quoted(reading.status()));
        return " " + fields.substring(1);
    }

    private static String escaped(String text) {
        return text.replaceAll("([,= ])", "\\\\$1");
    }

    private static String quoted(String text) {
        return '"' + text.replaceAll("([\"\\\\])", "\\\\$1") + '"';
    }
}
