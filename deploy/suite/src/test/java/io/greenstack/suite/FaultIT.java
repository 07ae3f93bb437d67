package io.greenstack.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import io.greenstack.loadtest.check.MarkdownReport;
import io.greenstack.loadtest.faults.Fault;
import io.greenstack.loadtest.faults.FaultReport;
import io.greenstack.loadtest.faults.FaultRun;
import io.greenstack.loadtest.generator.LoadOptions;
import io.greenstack.loadtest.generator.MessageKind;
import io.greenstack.loadtest.generator.PayloadShape;
import io.greenstack.localstack.suite.ServiceProcess;
import io.greenstack.localstack.testing.MqttTestClient;

/** Nothing is lost, doubled or applied out of order although every part of the suite goes away and comes back. */
class FaultIT {

    private static final int DEVICES = 60;
    private static final Duration LIMIT = Duration.ofSeconds(240);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern OLDEST = Pattern.compile("(?m)^greenstack_mqtt_oldest_age_seconds\\S* (\\S+)$");
    private static final String POISONED = "poisoned-1";
    private static final List<String> TOPICS = List.of("register", "config/reported", "events", "telemetry", "status",
            "commands/response");
    private static final List<String> POISON = List.of("{\"name\":\"x\",\"x\":\"\\u0000\",\"code\":1}",
            "{\"name\":\"\\ud800\",\"code\":2,\"text\":\"\\udfff\"}", "{\"name\":\"x\",\"y\":1e999,\"code\":1e999}",
            "{\"name\":\"" + "n".repeat(230) + "\",\"code\":3}", "{\"name\":1,\"code\":[],\"state\":{}}",
            "{\"command_id\":\"\\u0000\",\"status\":\"ok\",\"result\":\"\\u0000\"}", "[", "");

    @Test
    void nothing_is_lost_doubled_or_out_of_order_although_every_part_goes_away_and_comes_back() throws Exception {
        PackagedSuite suite = PackagedSuite.running();
        FaultRun run = new FaultRun(suite.stack(), load(suite.servers().broker().address()), Duration.ofSeconds(4),
                Duration.ofSeconds(1), LIMIT);

        FaultReport report = run.run(faults(suite));

        // a loaded machine must not fail the test; the goals are two seconds for the recovery and one for health
        report.rows().forEach(row -> System.out.printf(
                "%s: back after %d ms, live view right %d ms later, slowest health %d ms%n", row.fault(),
                row.away().toMillis(), row.recovery().toMillis(), row.health().toMillis()));
        assertThat(report.passed()).as("%s%s", MarkdownReport.of(report.check()), report.earlierDeadLetters()).isTrue();
        assertThat(report.rows()).hasSize(12).allMatch(FaultReport.Row::healthAnswered);
        assertThat(report.check().devices()).isEqualTo(DEVICES);
        assertThat(report.check().acknowledged()).as("everything was acknowledged in the end")
                .isEqualTo(report.check().sent());
    }

    /** The poison comes first: the kills after it hand it out again, and begin the ledgers anew without its dead letters. */
    private static List<Fault> faults(PackagedSuite suite) {
        List<Fault> faults = new ArrayList<>();
        faults.add(new Fault("poison", () -> poison(suite), () -> {}));
        faults.addAll(Fault.all(suite.stack()));
        return faults;
    }

    /** What a database, a JSON parser or a line protocol cannot hold, on every topic of a device. */
    private static void poison(PackagedSuite suite) {
        try (MqttTestClient device = suite.mqtt(POISONED)) {
            for (String topic : TOPICS) {
                POISON.forEach(payload -> device.publish("devices/" + POISONED + "/" + topic, payload));
            }
        }
        long published = System.nanoTime();
        // what a killed service has not acknowledged would come again, and count as a letter of the others
        for (ServiceProcess service : List.of(suite.bridge(), suite.ingestion())) {
            await().atMost(LIMIT).ignoreException(IOException.class)
                    .until(() -> oldestSeconds(service) < (System.nanoTime() - published) / 1e9);
        }
    }

    /** How long the oldest message without PUBACK waits. */
    private static double oldestSeconds(ServiceProcess service) throws IOException, InterruptedException {
        String metrics = HTTP.send(HttpRequest.newBuilder(URI.create(service.managementUrl() + "/q/metrics")).build(),
                HttpResponse.BodyHandlers.ofString()).body();
        List<Double> ages = OLDEST.matcher(metrics).results().map(age -> Double.valueOf(age.group(1))).toList();
        assertThat(ages).isNotEmpty();
        return Collections.max(ages);
    }

    private static LoadOptions load(String broker) {
        return new LoadOptions(broker, null, null, "devices", DEVICES, "fault", List.of(PayloadShape.values()),
                Map.of(MessageKind.TELEMETRY, 120.0, MessageKind.STATUS, 12.0, MessageKind.REGISTER, 6.0,
                        MessageKind.REPORTED, 30.0, MessageKind.EVENT, 30.0),
                LIMIT, Duration.ofHours(1), 1, 8, 100_000, LIMIT, Path.of("target", "fault-ledger.json"));
    }
}
