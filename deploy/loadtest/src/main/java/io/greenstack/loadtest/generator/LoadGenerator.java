package io.greenstack.loadtest.generator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import io.greenstack.core.message.DeviceId;
import io.greenstack.core.message.Topics;

/** One run: registers every device, publishes by the schedule, waits for the acknowledgements. */
public final class LoadGenerator {

    /** What is due within a step goes out together: waking up for each message would cost more than the message. */
    private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long LONGEST_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final LoadOptions options;
    private final Topics topics;
    private final List<LoadDevice> devices = new ArrayList<>();
    private final LatencyHistogram latency = new LatencyHistogram();
    private final Semaphore room;
    private final BooleanSupplier known;
    private volatile Instant started;
    private volatile boolean stopped;

    public LoadGenerator(LoadOptions options) {
        this(options, () -> false);
    }

    /**
     * @param known whether the suite knows all devices; ends the pause after the first registrations early
     */
    public LoadGenerator(LoadOptions options, BooleanSupplier known) {
        this.options = options;
        this.known = known;
        this.topics = new Topics(options.prefix());
        this.room = new Semaphore(options.maxUnacknowledged());
        for (int i = 0; i < options.devices(); i++) {
            devices.add(new LoadDevice("%s-%04d".formatted(options.name(), i + 1),
                    options.shapes().get(i % options.shapes().size())));
        }
    }

    /** Publishes until the duration is over or {@link #stop()}; returns when all is acknowledged or the drain limit is over. */
    public SentLedger run() throws InterruptedException {
        started = Instant.now();
        try (Connections connections = new Connections(options)) {
            for (int i = 0; i < devices.size(); i++) {
                publish(connections, MessageKind.REGISTER, i, System.nanoTime());
            }
            drain();
            settle();
            follow(connections, schedules());
            drain();
        }
        return ledger();
    }

    /** What was sent up to now. */
    public SentLedger ledger() {
        return new SentLedger(started, Instant.now(), options.qos(), latency.summary(), ledgers());
    }

    /** Ids of all devices. */
    public List<String> deviceIds() {
        return devices.stream().map(LoadDevice::id).toList();
    }

    /** Ends the schedule early; what is unacknowledged is still waited for. */
    public void stop() {
        stopped = true;
    }

    private void settle() {
        long end = System.nanoTime() + options.settle().toNanos();
        for (long left = options.settle().toNanos(); left > 0 && !stopped
                && !known.getAsBoolean(); left = end - System.nanoTime()) {
            LockSupport.parkNanos(Math.min(left, LONGEST_WAIT_NANOS));
        }
    }

    private List<Schedule> schedules() {
        return options.rates().entrySet().stream()
                .map(rate -> new Schedule(rate.getKey(), rate.getValue(), options.duration().toNanos())).toList();
    }

    private void follow(Connections connections, List<Schedule> schedules) throws InterruptedException {
        long start = System.nanoTime();
        while (!stopped) {
            Schedule first = schedules.stream().min(Comparator.comparingLong(Schedule::dueNanos)).orElse(null);
            if (first == null || first.finished()) {
                return;
            }
            long due = start + first.dueNanos();
            for (long wait = due - System.nanoTime(); wait > 0 && !stopped; wait = due - System.nanoTime()) {
                LockSupport.parkNanos(Math.max(STEP_NANOS, Math.min(wait, LONGEST_WAIT_NANOS)));
            }
            publish(connections, first.kind(), (int) (first.take() % devices.size()), due);
        }
    }

    private void publish(Connections connections, MessageKind kind, int index, long dueNanos)
            throws InterruptedException {
        room.acquire();
        LoadDevice device = devices.get(index);
        int number = device.next(kind);
        byte[] payload = LoadPayloads.of(kind, device, number, device.timestamp(Instant.now()));
        int qos = kind == MessageKind.REGISTER ? 1 : options.qos();
        CompletableFuture<?> sent = connections.publish(index, topics.topic(kind.topic(), new DeviceId(device.id())),
                payload, qos, kind == MessageKind.STATUS);
        sent.whenComplete((result, error) -> {
            if (error == null) {
                device.acknowledged(kind, number);
                latency.record((System.nanoTime() - dueNanos) / 1_000);
            }
            room.release();
        });
    }

    private void drain() throws InterruptedException {
        if (room.tryAcquire(options.maxUnacknowledged(), options.drain().toMillis(), TimeUnit.MILLISECONDS)) {
            room.release(options.maxUnacknowledged());
        }
    }

    private List<SentLedger.DeviceLedger> ledgers() {
        List<SentLedger.DeviceLedger> ledgers = new ArrayList<>();
        for (LoadDevice device : devices) {
            Map<String, SentSeries> kinds = new LinkedHashMap<>();
            for (MessageKind kind : MessageKind.values()) {
                SentSeries sent = device.sent(kind);
                if (sent.sent() > 0) {
                    kinds.put(kind.label(), sent);
                }
            }
            ledgers.add(new SentLedger.DeviceLedger(device.id(), device.shape().label(), kinds));
        }
        return ledgers;
    }
}
