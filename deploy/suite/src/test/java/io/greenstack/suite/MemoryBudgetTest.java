package io.greenstack.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits of containers against what heaps and queues may grow to. */
class MemoryBudgetTest {

    /**
     * What the process of an edge service took beside its heap: mqtt-bridge on JDK 25 within 281 MB of heap and the
     * serial collector, which a JVM takes in containers of this size, had 439 MB at most under 40,000 messages a second
     * for half a minute, and 428 MB under messages of 200 kB.
     */
    private static final int BESIDE_THE_HEAP = 158;
    /** The same of the API, measured while it answered and imported huge files for many at once. */
    private static final int BESIDE_THE_HEAP_OF_THE_API = 400;
    /** A batch has a sixteenth of the octets of the queue, and what is made of it several times as many. */
    private static final int PARTS = 16;
    private static final int TIMES_A_BATCH = 8;
    /** What a waiting message costs Mosquitto 2 beside its payload: 340 to 550 octets were measured. */
    private static final int OCTETS_OF_A_MESSAGE = 550;
    /** What it costs more in a second session: 96 octets were measured. */
    private static final int OCTETS_OF_AN_ENTRY = 100;

    private final Path root = Path.of(System.getProperty("greenstack.root", "../..")).toAbsolutePath().normalize();

    @ParameterizedTest
    @ValueSource(strings = {"mqtt-bridge", "influx-ingestion"})
    void heapAndWhatIsBesideItFitWithATenthToSpare(String service) throws IOException {
        int limit = limit(service);
        int percent = number(service + "/src/main/docker/Dockerfile", "MaxRAMPercentage=(\\d+)");
        int queue = number(
                service.equals("mqtt-bridge")
                        ? "common/platform/src/main/resources/META-INF/microprofile-config.properties"
                        : service + "/src/main/resources/application.properties",
                "greenstack.mqtt.ingress.queue-size=.*?(\\d+)M");

        assertThat(limit * percent / 100 + BESIDE_THE_HEAP).isLessThanOrEqualTo(limit * 9 / 10);
        int batches = number("influx-ingestion/src/main/resources/application.properties",
                "GREENSTACK_BATCHES_IN_FLIGHT:(\\d+)");
        assertThat(queue + batches * queue / PARTS * TIMES_A_BATCH).as("queue, its batches and what is made of them")
                .isLessThanOrEqualTo(limit * percent / 100 * 2 / 3);
        assertThat(number(service + "/pom.xml", "MaxRAMPercentage=(\\d+)")).isEqualTo(percent);
    }

    @Test
    void theApiFitsWithATenthToSpareAndItsUploadsAreNotInMemory() throws IOException {
        int limit = limit("api-service");
        int percent = number("api-service/src/main/docker/Dockerfile", "MaxRAMPercentage=(\\d+)");

        assertThat(limit * percent / 100 + BESIDE_THE_HEAP_OF_THE_API).isLessThanOrEqualTo(limit * 9 / 10);
        assertThat(number("pom.xml", "MaxRAMPercentage=(\\d+)")).isEqualTo(percent);
        assertThat(number("deploy/kubernetes/base/api-service.yaml", "limits: \\{memory: (\\d+)Mi")).isEqualTo(limit);
        assertThat(Files.readString(root.resolve("docker-compose.yml"))).contains("- api-service-tmp:/tmp");
    }

    @Test
    void theBrokersQueuesFit() throws IOException {
        String settings = "deploy/compose/mosquitto/mosquitto.conf";
        long messages = number(settings, "(?m)^max_queued_messages (\\d+)");
        long octets = number(settings, "(?m)^max_queued_bytes (\\d+)");

        assertThat(octets).as("0 is no bound").isPositive();
        assertThat(messages * (OCTETS_OF_A_MESSAGE + OCTETS_OF_AN_ENTRY) + octets)
                .isLessThanOrEqualTo(limit("mosquitto") * 9L / 10 << 20);
    }

    private int limit(String service) throws IOException {
        return number("docker-compose.yml", "(?ms)^  " + service + ":\n.*?memory: (\\d+)m");
    }

    private int number(String file, String pattern) throws IOException {
        Matcher matcher = Pattern.compile(pattern).matcher(Files.readString(root.resolve(file)));
        assertThat(matcher.find()).as("%s in %s", pattern, file).isTrue();
        return Integer.parseInt(matcher.group(1));
    }
}
