package io.greenstack.localstack.suite;

/** The TCP ports of the suite, each with the option that changes it. */
public enum SuitePort {
    API("api", 8080, "api-service"), BRIDGE("bridge", 8081, "mqtt-bridge"), INGESTION("ingestion", 8082,
            "influx-ingestion"), MQTT("mqtt", 1883, "MQTT broker"), STORE("store", 9000,
                    "time-series store"), POSTGRES("postgres", 5432, "PostgreSQL"), REDIS("redis", 6379, "Redis");

    private final String key;
    private final int standard;
    private final String user;

    SuitePort(String key, int standard, String user) {
        this.key = key;
        this.standard = standard;
        this.user = user;
    }

    /** Name of the system property that changes the port. */
    public String option() {
        return "greenstack.port." + key;
    }

    public int standard() {
        return standard;
    }

    /** Server or service that listens on it. */
    public String user() {
        return user;
    }
}
