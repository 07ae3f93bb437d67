package io.greenstack.loadtest.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Watches heap, resident memory and processor time of the service, and processor time of the database. */
final class ResourceWatch implements AutoCloseable {

    private static final Pattern HEAP = Pattern
            .compile("(?m)^jvm_memory_used_bytes\\{[^}]*area=\"heap\"[^}]*}\\s+([0-9.E+]+)");
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");
    private static final long PERIOD_MILLIS = 250;

    private final ImportClient client;
    private final long service;
    private final long database;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final Duration serviceBefore;
    private final Duration databaseBefore;
    private volatile double peakHeap;

    ResourceWatch(ImportClient client, long service, long database) {
        this.client = client;
        this.service = service;
        this.database = database;
        this.serviceBefore = processorTime(service);
        this.databaseBefore = processorTime(database);
        thread.scheduleWithFixedDelay(this::sample, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void sample() {
        try {
            Matcher matcher = HEAP.matcher(client.get("/q/metrics"));
            double heap = 0;
            while (matcher.find()) {
                heap += Double.parseDouble(matcher.group(1));
            }
            peakHeap = Math.max(peakHeap, heap);
        } catch (IOException e) {
            peakHeap = Math.max(peakHeap, 0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    long peakHeapMegabytes() {
        return Math.round(peakHeap / (1 << 20));
    }

    /** Highest resident memory of the service since its start, -1 where the system does not tell. */
    long peakResidentMegabytes() {
        try {
            Matcher matcher = PEAK.matcher(Files.readString(Path.of("/proc", Long.toString(service), "status")));
            return matcher.find() ? Long.parseLong(matcher.group(1)) / 1024 : -1;
        } catch (IOException e) {
            return -1;
        }
    }

    Duration serviceTime() {
        return processorTime(service).minus(serviceBefore);
    }

    /** Processor time of the database's processes that are alive. */
    Duration databaseTime() {
        return processorTime(database).minus(databaseBefore);
    }

    private static Duration processorTime(long process) {
        return ProcessHandle.of(process).map(handle -> Stream.concat(Stream.of(handle),
                handle.descendants()).map(one -> one.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus)).orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
