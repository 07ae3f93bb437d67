package io.greenstack.loadtest.ingestion;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.Mqtt3Client;

/** What broker and store can do without anybody between them. */
final class Ceilings {

    private static final int LINES = 5_000;

    private Ceilings() {}

    /** A subscriber that counts and does nothing else. */
    static final class NullSubscriber implements AutoCloseable {

        private final Mqtt3AsyncClient client;
        private final AtomicLong received = new AtomicLong();

        NullSubscriber(String host, int port) {
            client = Mqtt3Client.builder().serverHost(host).serverPort(port).identifier("rig-null").buildAsync();
            client.publishes(MqttGlobalPublishFilter.ALL, publish -> received.incrementAndGet());
            client.connectWith().cleanSession(true).send().join();
            client.subscribeWith().topicFilter("devices/+/telemetry").qos(MqttQos.AT_LEAST_ONCE).send().join();
        }

        long received() {
            return received.get();
        }

        @Override
        public void close() {
            client.disconnect().join();
        }
    }

    /** Lines a second that the store takes in ready batches of 5,000, with one connection. */
    static double linesPerSecond(Map<String, String> servers, int fields, Duration length)
            throws IOException, InterruptedException {
        HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        URI address = URI
                .create(servers.get("INFLUXDB_URL") + "/api/v2/write?precision=ns&org=" + servers.get("INFLUXDB_ORG")
                        + "&bucket=" + servers.get("INFLUXDB_BUCKET"));
        long begin = System.nanoTime();
        long lines = 0;
        long time = Instant.now().getEpochSecond() * 1_000_000_000L;
        while (System.nanoTime() - begin < length.toNanos()) {
            byte[] batch = batch(fields, time + lines).getBytes(StandardCharsets.UTF_8);
            HttpResponse<String> answer = http.send(HttpRequest.newBuilder(address)
                    .header("Authorization", "Token " + servers.get("INFLUXDB_TOKEN"))
                    .POST(HttpRequest.BodyPublishers.ofByteArray(batch)).build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 204) {
                throw new IOException("The store answers " + answer.statusCode() + ": " + answer.body());
            }
            lines += LINES;
        }
        return lines * 1e9 / (System.nanoTime() - begin);
    }

    private static String batch(int fields, long time) {
        StringBuilder text = new StringBuilder(LINES * 80);
        for (int line = 0; line < LINES; line++) {
            text.append("rig_ceiling_").append(fields).append(",device_id=d").append(line % 100).append(' ');
            for (int field = 0; field < fields; field++) {
                text.append(field == 0 ? "" : ",").append('f').append(field).append('=').append(line).append(".5");
            }
            text.append(' ').append(time + line).append('\n');
        }
        return text.toString();
    }
}
