package io.greenstack.loadtest.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

import io.greenstack.loadtest.check.CheckReport;
import io.greenstack.loadtest.check.Checker;
import io.greenstack.loadtest.check.DeadLettered;
import io.greenstack.loadtest.generator.LoadGenerator;
import io.greenstack.loadtest.generator.LoadOptions;
import io.greenstack.loadtest.generator.MessageKind;
import io.greenstack.loadtest.generator.SentLedger;
import io.greenstack.localstack.suite.PackagedStack;
import io.greenstack.localstack.suite.ServiceProcess;

/** Lets devices send, has faults happen meanwhile one after the other, and compares the stores with what was sent. */
public final class FaultRun {

    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration CHECK_POLL = Duration.ofSeconds(1);

    private final PackagedStack stack;
    private final LoadOptions load;
    private final Duration away;
    private final Duration between;
    private final Duration limit;
    private final Checker checker;
    private final LoadGenerator generator;

    /**
     * @param stack the suite, running
     * @param load what is sent; its duration has to be longer than everything takes, it is cut short
     * @param away how long a part stays away
     * @param between how long all is well before each fault and after the last one
     * @param limit longest wait for anything: the recovery of the live view, and the stores to be complete
     */
    public FaultRun(PackagedStack stack, LoadOptions load, Duration away, Duration between, Duration limit) {
        this.stack = stack;
        this.load = load;
        this.away = away;
        this.between = between;
        this.limit = limit;
        this.checker = Checker.of(stack.servers().questDb().url(), stack.servers().redis().url(), stack.api().url(),
                List.of(stack.bridge().url(), stack.ingestion().url()));
        this.generator = new LoadGenerator(load, this::known);
    }

    private boolean known() {
        return checker.know(generator.deviceIds());
    }

    /**
     * Has the faults happen, in their order.
     *
     * @throws IllegalStateException if the devices do not get known, or what they send does not arrive
     */
    public FaultReport run(List<Fault> faults) throws IOException {
        CompletableFuture<SentLedger> sending = CompletableFuture.supplyAsync(this::send,
                task -> new Thread(task, "load-generator").start());
        List<FaultReport.Row> rows = new ArrayList<>();
        Set<DeadLettered> deadLetters = new LinkedHashSet<>();
        try {
            require("telemetry in the live view", () -> sending.isDone() || liveViewHolds(0));
            for (Fault fault : faults) {
                pause(between);
                // Redis may come back empty, and with it the dead letters
                deadLetters.addAll(checker.deadLetters(generator.ledger()));
                rows.add(happen(fault));
                stack.services().forEach(this::awaitReady);
            }
            pause(between);
        } finally {
            generator.stop();
        }
        SentLedger ledger = sending.orTimeout(limit.toMillis() + load.drain().toMillis(), TimeUnit.MILLISECONDS)
                .join();
        return new FaultReport(rows, check(ledger), List.copyOf(deadLetters));
    }

    private SentLedger send() {
        try {
            return generator.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private FaultReport.Row happen(Fault fault) throws IOException {
        long begin = System.nanoTime();
        fault.begin().run();
        Duration health = new HealthWatch(stack.services()).slowest(away);
        fault.end().run();
        long back = System.nanoTime();
        Map<String, Integer> expected = acknowledged();
        require("the live view after: " + fault.name(), () -> liveViewHolds(expected));
        return new FaultReport.Row(fault.name(), Duration.ofNanos(back - begin),
                Duration.ofNanos(System.nanoTime() - back), health);
    }

    /** The largest telemetry number of each device that the broker has taken. */
    private Map<String, Integer> acknowledged() {
        return generator.ledger().devices().stream()
                .filter(device -> device.kinds().containsKey(MessageKind.TELEMETRY.label()))
                .collect(Collectors.toMap(SentLedger.DeviceLedger::id,
                        device -> device.kinds().get(MessageKind.TELEMETRY.label()).lastAcknowledged()));
    }

    private boolean liveViewHolds(int number) {
        return generator.ledger().devices().size() == load.devices() && liveViewHolds(generator.deviceIds().stream()
                .collect(Collectors.toMap(id -> id, id -> number)));
    }

    private boolean liveViewHolds(Map<String, Integer> expected) {
        try {
            Map<String, Integer> live = checker.latest(generator.deviceIds());
            return expected.entrySet().stream().allMatch(device -> live.get(device.getKey()) >= device.getValue());
        } catch (IOException | RuntimeException e) {
            // Redis is not there yet
            return false;
        }
    }

    private void awaitReady(ServiceProcess service) {
        require(service.name() + " to be ready", service::isReady);
    }

    /** The last of several checks: the first that finds nothing wrong, or the one after which the time is over. */
    private CheckReport check(SentLedger ledger) throws IOException {
        long end = System.nanoTime() + limit.toNanos();
        CheckReport report = checker.check(ledger);
        while (!report.passed() && System.nanoTime() - end < 0) {
            pause(CHECK_POLL);
            report = checker.check(ledger);
        }
        return report;
    }

    private void require(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new IllegalStateException("After " + limit.toSeconds() + " s still waiting for " + what);
            }
            pause(POLL);
        }
    }

    private static void pause(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
