package io.greenstack.loadtest.throughput;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.greenstack.loadtest.check.HttpText;
import io.greenstack.loadtest.check.ServiceLedger;

/** Watches the message ledger, the processor time and the resident memory of the bridge. */
final class BridgeWatch implements AutoCloseable {

    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final long PERIOD_MILLIS = 1_000;

    private final HttpText http = new HttpText();
    private final URI metrics;
    private final long process;
    private final List<Sample> samples = new ArrayList<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();

    /**
     * @param nanos when, in {@link System#nanoTime()}
     * @param written messages that the bridge wrote since its start
     * @param residentMegabytes -1 where the system does not tell
     */
    record Sample(long nanos, long written, long residentMegabytes) {}

    /**
     * @param url of the bridge
     * @param process its process id
     */
    BridgeWatch(String url, long process) {
        this.metrics = URI.create(url + "/q/metrics");
        this.process = process;
        thread.scheduleWithFixedDelay(this::sample, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void sample() {
        Sample sample = new Sample(System.nanoTime(), ledger().written(), residentMegabytes());
        synchronized (samples) {
            samples.add(sample);
        }
    }

    /** The samples since the last call. */
    List<Sample> take() {
        synchronized (samples) {
            List<Sample> taken = List.copyOf(samples);
            samples.clear();
            return taken;
        }
    }

    ServiceLedger ledger() {
        try {
            return ServiceLedger.parse("mqtt-bridge", http.text(HttpRequest.newBuilder(metrics).GET()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Duration processorTime() {
        return ProcessHandle.of(process).flatMap(handle -> handle.info().totalCpuDuration()).orElse(Duration.ZERO);
    }

    private long residentMegabytes() {
        try {
            Matcher matcher = RESIDENT.matcher(Files.readString(Path.of("/proc", Long.toString(process), "status")));
            return matcher.find() ? Long.parseLong(matcher.group(1)) / 1024 : -1;
        } catch (IOException e) {
            return -1;
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
