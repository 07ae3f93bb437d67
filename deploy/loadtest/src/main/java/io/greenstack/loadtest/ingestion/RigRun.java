package io.greenstack.loadtest.ingestion;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.greenstack.loadtest.faults.StoreGate;
import io.greenstack.loadtest.generator.LatencySummary;
import io.greenstack.loadtest.generator.PayloadShape;

/** Measures one contender at a time: has devices send, and waits until the store has all of it. */
final class RigRun {

    private static final long QUIET_NANOS = Duration.ofSeconds(15).toNanos();
    private static final Duration LOOK = Duration.ofMillis(200);

    private final String broker;
    private final StoredNumbers stored;
    private final long storeProcess;
    private final double rate;
    private final Duration duration;
    private final Duration warmUp;
    private final StoreGate tap;
    private final int poisonEvery;
    private final PoisonLetters letters;
    private int runs;

    /**
     * @param storeProcess 0 or less if it is not known
     * @param rate messages a second offered
     * @param warmUp how long before each run
     * @param tap before the store, null if there is none
     * @param poisonEvery each how manieth message is malformed, 0 for none
     */
    RigRun(String broker, StoredNumbers stored, long storeProcess, double rate, Duration duration, Duration warmUp,
            StoreGate tap, int poisonEvery, PoisonLetters letters) {
        this.broker = broker;
        this.stored = stored;
        this.storeProcess = storeProcess;
        this.rate = rate;
        this.duration = duration;
        this.warmUp = warmUp;
        this.tap = tap;
        this.poisonEvery = poisonEvery;
        this.letters = letters;
    }

    private record Arrived(long messages, long atNanos) {}

    RigResult measured(Contender contender, int devices, PayloadShape shape) throws IOException, InterruptedException {
        // who ends the rig in the middle must not find a contender that goes on
        Thread end = new Thread(() -> stop(contender), "rig-end");
        Runtime.getRuntime().addShutdownHook(end);
        contender.start();
        try {
            if (!warmUp.isZero()) {
                String name = "warm" + ++runs;
                Instant since = Instant.now();
                awaited(contender, name, since, new PacketPublisher(broker, name, devices, shape, 0).send(rate, warmUp)
                        .sound());
            }
            return run(contender, devices, shape);
        } finally {
            Runtime.getRuntime().removeShutdownHook(end);
            contender.stop();
            // a new session in its place: the broker keeps nothing for it while the next one is measured
            new MqttWire(broker, contender.clientId()).close();
        }
    }

    private static void stop(Contender contender) {
        try {
            contender.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private RigResult run(Contender contender, int devices, PayloadShape shape)
            throws IOException, InterruptedException {
        String name = "run" + ++runs;
        letters.forget();
        if (tap != null) {
            tap.begin();
        }
        Instant since = Instant.now();
        double consumer = Usage.seconds(contender.processId());
        double store = Usage.seconds(storeProcess);
        ResidentWatch resident = new ResidentWatch(contender.processId());
        long begin = System.nanoTime();
        PacketPublisher.Sent sent = new PacketPublisher(broker, name, devices, shape, poisonEvery).send(rate, duration);
        long sending = System.nanoTime() - begin;
        Arrived arrived = awaited(contender, name, since, sent.sound());
        double millions = Math.max(1, arrived.messages) * contender.place().numbers(shape) / 1e6;
        LatencySummary lag = tap == null ? null : tap.summary();
        return new RigResult(contender.name(), devices, shape.label(), sent.sound(), sent.sound() - arrived.messages,
                sent.sound() * 1e9 / sending, arrived.messages * 1e9 / Math.max(1, arrived.atNanos - begin),
                (Usage.seconds(contender.processId()) - consumer) / millions,
                storeProcess <= 0 ? -1 : (Usage.seconds(storeProcess) - store) / millions, resident.begin(),
                resident.end(), lag, sent.poisoned().isEmpty() ? "" : letters.compared(sent.poisoned()));
    }

    /** How many the store has in the end, and when that was so. */
    private Arrived awaited(Contender contender, String name, Instant since, long sent) throws IOException {
        long has = 0;
        long grown = System.nanoTime();
        while (has < sent && System.nanoTime() - grown < QUIET_NANOS) {
            LockSupport.parkNanos(LOOK.toNanos());
            long now = stored.of(name, contender.place(), since.minusSeconds(5));
            if (now > has) {
                has = now;
                grown = System.nanoTime();
            }
        }
        return new Arrived(has, grown);
    }

    /** Looks at the resident memory of a process four times a second. */
    private static final class ResidentWatch {

        private final long begin;
        private final Thread thread;
        private volatile long most;
        private volatile boolean ended;

        ResidentWatch(long process) {
            begin = Usage.megabytes(process);
            most = begin;
            thread = new Thread(() -> {
                while (!ended) {
                    most = Math.max(most, Usage.megabytes(process));
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(250));
                }
            }, "rig-memory");
            thread.setDaemon(true);
            thread.start();
        }

        long begin() {
            return begin;
        }

        /** Ends the watch; the most megabytes. */
        long end() {
            ended = true;
            return most;
        }
    }
}
