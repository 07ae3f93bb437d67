package io.greenstack.mappings;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

import io.greenstack.core.message.PayloadException;

/**
 * Applies rules on a thread of its own, so that one that cannot be stopped (a regular expression that tries everything is a single
 * step) costs its caller no more than the time of a message. Such a thread is left behind; after a few of them nothing is applied any
 * more until the service starts anew.
 */
public final class MappingRunner implements AutoCloseable {

    /** Threads that may be left behind. */
    static final int MOST_LOST = 4;

    /** Waits for a thread that gets no processor, as many times the limit. */
    private static final int MOST_WAITS = 20;

    private final Duration limit;
    private final AtomicInteger lost = new AtomicInteger();
    private volatile Thread thread;
    private ExecutorService worker = newWorker();

    /** @param limit for a message, in time of a processor; more than the limit of evaluation, which ends all but such rules */
    public MappingRunner(Duration limit) {
        this.limit = limit;
    }

    /**
     * Applies a rule; one message at a time.
     *
     * @throws PayloadException if the payload cannot be read, or nothing of it can be used
     * @throws MappingException if an expression fails
     * @throws RuleStuckException if the rule has to be left out from now on
     */
    public synchronized MappedMessage apply(CompiledMapping mapping, MappingInput message)
            throws InterruptedException {
        if (lost.get() >= MOST_LOST) {
            throw new RuleStuckException("mappings are stopped until the service starts anew: " + MOST_LOST
                    + " rules could not be stopped");
        }
        long[] startCpu = {-1};
        Future<MappedMessage> result = worker.submit(() -> {
            startCpu[0] = CpuClock.ofThisThread();
            return mapping.apply(message);
        });
        for (int waits = 0;; waits++) {
            try {
                return result.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (waits >= MOST_WAITS || startCpu[0] >= 0
                        && CpuClock.of(thread) - startCpu[0] >= limit.toNanos()) {
                    leaveBehind(result);
                }
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException known) {
                    throw known;
                }
                throw new MappingException("values", -1, "it fails: " + e.getCause().getClass().getSimpleName());
            }
        }
    }

    private void leaveBehind(Future<?> result) {
        result.cancel(true);
        worker.shutdownNow();
        worker = newWorker();
        lost.incrementAndGet();
        throw new RuleStuckException("it took longer than " + limit.toMillis()
                + " ms and could not be stopped; look for a regular expression with repetitions of repetitions");
    }

    private ExecutorService newWorker() {
        return Executors.newSingleThreadExecutor(task -> {
            thread = new Thread(task, "mapping");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public synchronized void close() {
        worker.shutdownNow();
    }

    /** A rule cannot be stopped and is not to be applied again. */
    public static final class RuleStuckException extends RuntimeException {

        RuleStuckException(String detail) {
            super(detail, null, false, false);
        }
    }
}
