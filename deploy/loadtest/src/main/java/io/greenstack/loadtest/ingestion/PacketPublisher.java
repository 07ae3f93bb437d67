package io.greenstack.loadtest.ingestion;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

import io.greenstack.loadtest.generator.PayloadShape;

/** Devices that send by the clock over one or two connections, at so little cost that the processors are left to the rest. */
final class PacketPublisher {

    private static final int WINDOW = 20_000;
    private static final int PACKET_IDS = 65_535;
    private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long PATIENCE_SECONDS = 120;

    private final String broker;
    private final String name;
    private final int devices;
    private final PayloadShape shape;
    private final int poisonEvery;

    /**
     * @param broker host:port
     * @param name begin of the ids of the devices
     * @param devices how many
     * @param shape what they send
     * @param poisonEvery each how manieth message is malformed, 0 for none
     */
    PacketPublisher(String broker, String name, int devices, PayloadShape shape, int poisonEvery) {
        this.broker = broker;
        this.name = name;
        this.devices = devices;
        this.shape = shape;
        this.poisonEvery = poisonEvery;
    }

    /**
     * What the broker has acknowledged.
     *
     * @param sound messages that can be stored
     * @param poisoned by way
     */
    record Sent(long sound, Map<Poison, Long> poisoned) {}

    /**
     * Sends.
     *
     * @param rate messages a second of all devices together; fewer where the broker takes fewer
     * @param length for how long
     * @throws IOException if the broker does not acknowledge all of it
     */
    Sent send(double rate, Duration length) throws IOException, InterruptedException {
        int connections = Math.min(2, devices);
        List<Connection> all = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            Connection connection = new Connection(i, connections, rate / connections, length);
            all.add(connection);
            threads.add(new Thread(connection::write, "rig-publisher-" + i));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        long sound = 0;
        Map<Poison, Long> poisoned = new EnumMap<>(Poison.class);
        for (Connection connection : all) {
            if (connection.failure != null) {
                throw new IOException("Publishing failed: " + connection.failure, connection.failure);
            }
            sound += connection.sound;
            connection.poisoned.forEach((way, count) -> poisoned.merge(way, count, Long::sum));
        }
        return new Sent(sound, poisoned);
    }

    /** Some of the devices. */
    private final class Connection {

        private final int index;
        private final double rate;
        private final Duration length;
        private final List<byte[]> topics = new ArrayList<>();
        private final int[] numbers;
        private final long[] micros;
        private final Semaphore room = new Semaphore(WINDOW);
        private final AtomicLong acknowledged = new AtomicLong();
        private final Map<Poison, Long> poisoned = new EnumMap<>(Poison.class);
        private long sent;
        private long sound;
        private volatile Exception failure;

        Connection(int index, int connections, double rate, Duration length) {
            this.index = index;
            this.rate = rate;
            this.length = length;
            for (int device = index; device < devices; device += connections) {
                topics.add(("devices/%s-%04d/telemetry".formatted(name, device + 1)).getBytes(StandardCharsets.UTF_8));
            }
            this.numbers = new int[topics.size()];
            this.micros = new long[topics.size()];
            Arrays.fill(micros, Long.MIN_VALUE);
        }

        void write() {
            try (MqttWire wire = new MqttWire(broker, "rig-" + name + '-' + index)) {
                Thread reader = new Thread(() -> read(wire), "rig-acknowledgements-" + index);
                reader.setDaemon(true);
                reader.start();
                long begin = System.nanoTime();
                long all = (long) (rate * length.toNanos() / 1e9);
                for (long passed = 0; passed < length.toNanos() && sent < all; passed = System.nanoTime() - begin) {
                    long due = Math.min(all, (long) (rate * passed / 1e9) + 1);
                    while (sent < due && System.nanoTime() - begin < length.toNanos()) {
                        publish(wire);
                    }
                    wire.flush();
                    LockSupport.parkNanos(STEP_NANOS);
                }
                if (!room.tryAcquire(WINDOW, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    throw new IOException(acknowledged + " of " + sent + " messages were acknowledged");
                }
            } catch (IOException e) {
                failure = failure == null ? e : failure;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                failure = e;
            }
        }

        private void publish(MqttWire wire) throws IOException, InterruptedException {
            if (!room.tryAcquire()) {
                wire.flush();
                if (!room.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    throw new IOException(acknowledged + " of " + sent + " messages were acknowledged");
                }
            }
            int device = (int) (sent % topics.size());
            Instant now = Instant.now();
            micros[device] = Math.max(micros[device] + 1, now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000);
            Instant time = Instant.ofEpochSecond(micros[device] / 1_000_000, micros[device] % 1_000_000 * 1_000);
            String payload;
            if (poisonEvery > 0 && sent % poisonEvery == poisonEvery - 1) {
                Poison way = Poison.of(sent / poisonEvery);
                poisoned.merge(way, 1L, Long::sum);
                payload = way.payload(time);
            } else {
                sound++;
                payload = shape.payload(numbers[device]++, time);
            }
            wire.publish(1 + (int) (sent % PACKET_IDS), topics.get(device), payload.getBytes(StandardCharsets.UTF_8));
            sent++;
        }

        private void read(MqttWire wire) {
            try {
                while (true) {
                    wire.awaitAcknowledgement();
                    acknowledged.incrementAndGet();
                    room.release();
                }
            } catch (IOException e) {
                if (acknowledged.get() < sent) {
                    failure = e;
                }
            }
        }
    }
}
