package io.greenstack.localstack.server;

import java.util.List;

/** Tables of the platform's measurements, made before the first write so that they get deduplication keys. */
final class QuestDbTables {

    static final List<String> STATEMENTS = List.of(
            table("device_telemetry",
                    "device_id SYMBOL CAPACITY 4096, parameter SYMBOL CAPACITY 4096, unit SYMBOL, value DOUBLE,"
                            + " label VARCHAR, status VARCHAR",
                    "device_id, parameter, unit"),
            table("device_raw", "device_id SYMBOL CAPACITY 4096, direction SYMBOL, hex VARCHAR",
                    "device_id, direction"),
            table("device_metadata", "device_id SYMBOL CAPACITY 4096, attribute SYMBOL, value VARCHAR",
                    "device_id, attribute"),
            table("device_events",
                    "device_id SYMBOL CAPACITY 4096, code SYMBOL, type SYMBOL, text VARCHAR, mode VARCHAR",
                    "device_id, code, type"));

    private QuestDbTables() {}

    private static String table(String name, String columns, String keys) {
        return "CREATE TABLE IF NOT EXISTS " + name + " (" + columns + ", timestamp TIMESTAMP) TIMESTAMP(timestamp)"
                + " PARTITION BY DAY WAL DEDUP UPSERT KEYS(timestamp, " + keys + ")";
    }
}
