package io.greenstack.loadtest.ingestion;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

import io.greenstack.loadtest.generator.PayloadShape;

/** What broker and store can do without anybody between them. */
final class Ceilings {

    private static final int LINES = 5_000;
    private static final double OFFERED = 100_000;

    private Ceilings() {}

    static void print(Map<String, String> servers, String store, Duration length)
            throws IOException, InterruptedException {
        String broker = servers.get("MQTT_BROKER");
        try (MqttWire wire = new MqttWire(broker, "rig-null")) {
            AtomicLong received = new AtomicLong();
            AtomicLong last = new AtomicLong();
            wire.subscribe("devices/+/telemetry");
            Thread subscriber = new Thread(() -> count(wire, received, last), "rig-null");
            subscriber.setDaemon(true);
            subscriber.start();
            long begin = System.nanoTime();
            long sent = new PacketPublisher(broker, "null", 100, PayloadShape.FIVE, 0).send(OFFERED, length).sound();
            for (long before = -1; received.get() > before && before < sent;) {
                before = received.get();
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
            }
            System.out.printf(Locale.ROOT, "Broker to a null subscriber: %,.0f messages/s (%,d of %,d)%n",
                    received.get() * 1e9 / (last.get() - begin), received.get(), sent);
        }
        for (int fields : new int[]{1, 5}) {
            System.out.printf(Locale.ROOT, "Store, ready lines of %d fields: %,.0f lines/s%n", fields,
                    linesPerSecond(servers, store, fields, length));
        }
    }

    private static void count(MqttWire wire, AtomicLong received, AtomicLong last) {
        try {
            while (true) {
                wire.takeMessage();
                received.incrementAndGet();
                last.set(System.nanoTime());
            }
        } catch (IOException e) {
            // the rig has closed it
        }
    }

    /** Lines a second that the store takes in ready batches of 5,000, with one connection. */
    private static double linesPerSecond(Map<String, String> servers, String store, int fields, Duration length)
            throws IOException, InterruptedException {
        HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        URI address = URI
                .create(store + "/api/v2/write?precision=ns&org=" + servers.get("INFLUXDB_ORG")
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
