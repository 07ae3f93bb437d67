package io.greenstack.ingestion.influx;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.greenstack.edge.intake.PauseException;
import io.greenstack.platform.resilience.Breaker;
import io.greenstack.platform.resilience.BreakerOpenException;
import io.greenstack.platform.resilience.BreakerRegistry;
import io.greenstack.platform.resilience.PeerRejectedException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/**
 * Writes the points of a batch through the breaker {@code influx}. A request that the store refuses is halved until the refused
 * points stand alone, so that one bad point costs only itself; repeating its neighbours is harmless, since equal points
 * overwrite each other. Where the store says that it has taken all but the points before its retention, nothing is repeated.
 */
@Singleton
class BatchWriter {

    /** Name of the breaker. */
    public static final String BREAKER = "influx";

    private final LineStore store;
    private final Breaker breaker;
    private final BatchSize size;
    private final Timer requests;
    private final Counter storedPoints;
    private final Counter refusedPoints;

    /** For the container. */
    @Inject
    public BatchWriter(LineStore store, InfluxConfig config, BreakerRegistry breakers, MeterRegistry meters) {
        this(store, config, breakers.breaker(BREAKER, BatchWriter::isOutage), meters);
    }

    BatchWriter(LineStore store, InfluxConfig config, Breaker breaker, MeterRegistry meters) {
        this.store = store;
        this.breaker = breaker;
        this.size = new BatchSize(config.maxLines());
        this.requests = Timer.builder("greenstack.influx.requests").description("Write requests that succeeded")
                .serviceLevelObjectives(Duration.ofMillis(10), Duration.ofMillis(50), Duration.ofMillis(100),
                        Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(5))
                .register(meters);
        this.storedPoints = points(meters, "stored");
        this.refusedPoints = points(meters, "refused");
        Gauge.builder("greenstack.influx.batch.size", size, BatchSize::current)
                .description("Points per request, as adapted to the store").register(meters);
    }

    private static Counter points(MeterRegistry meters, String result) {
        return Counter.builder("greenstack.influx.points").tag("result", result)
                .description("Points by what the store said to them").register(meters);
    }

    /** Only an outage of the store counts; that it refuses points or us says that it is there. */
    static boolean isOutage(Throwable error) {
        return error instanceof StoreAwayException;
    }

    /** Writes all points, or as many as possible before the store is away; never throws for the store's sake. */
    WriteReport write(LineWriter lines) {
        WriteReport report = new WriteReport();
        try {
            int from = 0;
            while (from < lines.lines()) {
                int to = Math.min(lines.lines(), from + size.current());
                write(lines, from, to, report);
                from = to;
            }
        } catch (PauseException e) {
            report.interruptedBy(e);
        } catch (StoreAwayException | BreakerOpenException e) {
            report.interruptedBy(new PauseException(e.getMessage()));
        }
        return report;
    }

    private void write(LineWriter lines, int from, int to, WriteReport report) {
        try {
            send(lines.octets(from, to), to - from);
            report.stored(from, to);
        } catch (PeerRejectedException e) {
            if (e.status() == StoreErrors.TOO_LARGE) {
                size.tooLarge(to - from);
            }
            int tooOld = PartialWrite.tooOld(String.valueOf(e.getMessage())).orElse(0);
            if (to - from == 1) {
                byField(lines, from, e, report);
            } else if (tooOld > 0 && tooOld <= to - from) {
                storedButTheOldest(lines, from, to, tooOld, e, report);
            } else {
                int middle = (from + to) >>> 1;
                write(lines, from, middle, report);
                write(lines, middle, to, report);
            }
        }
    }

    /** The store has taken all but those before the retention of its bucket: nothing needs to be written again. */
    private void storedButTheOldest(LineWriter lines, int from, int to, int tooOld, PeerRejectedException error,
            WriteReport report) {
        report.stored(from, to);
        storedPoints.increment(to - from - tooOld);
        IntStream.range(from, to).boxed().sorted(Comparator.comparingLong(lines::timeOf)).limit(tooOld)
                .forEach(line -> refuse(line, error, report));
    }

    /** Of a point with several fields the others are stored. */
    private void byField(LineWriter lines, int line, PeerRejectedException error, WriteReport report) {
        List<byte[]> fields = LineFields.split(lines.octets(line, line + 1));
        List<String> refused = new ArrayList<>();
        if (fields.size() > 1) {
            for (byte[] field : fields) {
                try {
                    send(ByteBuffer.wrap(field), 1);
                } catch (PeerRejectedException e) {
                    refused.add(e.getMessage());
                }
            }
        }
        if (refused.size() == fields.size() || fields.size() == 1) {
            refuse(line, error, report);
        } else {
            report.stored(line, line + 1);
            refused.forEach(detail -> report.partly(line, detail));
        }
    }

    private void refuse(int line, PeerRejectedException error, WriteReport report) {
        refusedPoints.increment();
        report.refused(line, error.getMessage());
    }

    private void send(ByteBuffer octets, int count) {
        long start = System.nanoTime();
        try {
            breaker.call(() -> {
                store.write(octets);
                return null;
            });
        } catch (StoreAwayException e) {
            if (e.timedOut()) {
                size.tooSlow(count);
            }
            throw e;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        requests.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        storedPoints.increment(count);
        size.succeeded(count);
    }
}
