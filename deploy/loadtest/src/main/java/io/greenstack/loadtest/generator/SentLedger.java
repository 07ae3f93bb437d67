package io.greenstack.loadtest.generator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * What a run published: the claim that the stores are compared with.
 *
 * @param started when the run began
 * @param ended when it ended
 * @param qos MQTT quality of service of everything but registrations, 0 or 1
 * @param latency publish to PUBACK, counted from the time a message was due, in microseconds
 * @param devices what each device sent
 */
public record SentLedger(Instant started, Instant ended, int qos, LatencySummary latency, List<DeviceLedger> devices) {

    private static final ObjectMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).enable(SerializationFeature.INDENT_OUTPUT).build();

    /**
     * @param id device id
     * @param shape label of the {@link PayloadShape}
     * @param kinds by label of the {@link MessageKind}; kinds that were not sent are missing
     */
    public record DeviceLedger(String id, String shape, Map<String, SentSeries> kinds) {}

    public SentLedger {
        devices = List.copyOf(devices);
    }

    public void write(Path file) throws IOException {
        writeJson(file, this);
    }

    /** Writes any report in the same form. */
    public static void writeJson(Path file, Object report) throws IOException {
        JSON.writeValue(file.toFile(), report);
    }

    public static SentLedger read(Path file) throws IOException {
        return JSON.readValue(Files.readAllBytes(file), SentLedger.class);
    }
}
