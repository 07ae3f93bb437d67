package io.greenstack.edge.mqtt;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.greenstack.core.message.InboundMessage;
import io.greenstack.edge.intake.BatchHandler;
import io.greenstack.edge.intake.Outcome;
import io.greenstack.edge.intake.PauseException;

/**
 * The worker threads: each takes a batch from the queue, has it handled, and repeats what must be repeated before it takes the
 * next.
 */
final class BatchPump implements Pump {

    private final IngressLimits limits;
    private final IntakeQueue queue;
    private final BatchHandler handler;
    private final Settlement settlement;
    private final CountDownLatch aborted = new CountDownLatch(1);
    private final AtomicInteger retrying = new AtomicInteger();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();

    BatchPump(IngressLimits limits, IntakeQueue queue, BatchHandler handler, Settlement settlement) {
        this.limits = limits;
        this.queue = queue;
        this.handler = handler;
        this.settlement = settlement;
    }

    @Override
    public void start(String name) {
        for (int i = 0; i < limits.batchesInFlight(); i++) {
            Thread thread = new Thread(this::work, name + "-" + i);
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    @Override
    public boolean alive() {
        return !threads.isEmpty() && threads.stream().allMatch(Thread::isAlive);
    }

    @Override
    public SettlingTimes times() {
        return settlement.times();
    }

    /** How many workers wait to repeat a batch. */
    @Override
    public int retrying() {
        return retrying.get();
    }

    /**
     * Lets the workers empty the queue and leave; those that have not by the deadline are interrupted.
     *
     * @return whether everything was settled
     */
    @Override
    public boolean drain(Duration deadline) throws InterruptedException {
        queue.close();
        long end = System.nanoTime() + deadline.toNanos();
        boolean allLeft = join(end);
        aborted.countDown();
        if (!allLeft) {
            threads.forEach(Thread::interrupt);
            join(System.nanoTime() + TimeUnit.SECONDS.toNanos(1));
        }
        return allLeft;
    }

    private boolean join(long endNanos) throws InterruptedException {
        for (Thread thread : threads) {
            long millis = TimeUnit.NANOSECONDS.toMillis(endNanos - System.nanoTime());
            thread.join(Math.max(1, millis));
            if (thread.isAlive()) {
                return false;
            }
        }
        return true;
    }

    private void work() {
        try {
            List<Pending> batch = queue.take(limits.linger());
            while (!batch.isEmpty()) {
                process(batch);
                batch = queue.take(limits.linger());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void process(List<Pending> batch) throws InterruptedException {
        List<Pending> open = batch;
        Backoff backoff = null;
        boolean waiting = false;
        try {
            while (true) {
                open = dropSuperseded(open);
                if (open.isEmpty()) {
                    return;
                }
                Attempt attempt = attempt(open, backoff == null);
                settle(open, attempt.outcomes());
                open = remaining(open, attempt.outcomes());
                if (open.isEmpty()) {
                    return;
                }
                if (backoff == null) {
                    backoff = new Backoff(limits.retryMin(), limits.retryMax());
                    retrying.incrementAndGet();
                    waiting = true;
                    IngressLog.LOG.warnf("Intake pauses, %d messages wait unacknowledged: %s", open.size(),
                            attempt.reason());
                }
                long millis = Math.max(backoff.nextMillis(),
                        attempt.retryAfter() == null ? 0 : attempt.retryAfter().toMillis());
                if (aborted.await(millis, TimeUnit.MILLISECONDS)) {
                    return;
                }
                open = joined(open);
            }
        } finally {
            if (waiting) {
                retrying.decrementAndGet();
                if (open.isEmpty()) {
                    IngressLog.LOG.info("Intake goes on: what waited has been stored");
                }
            }
            if (!open.isEmpty()) {
                settlement.giveUp(open);
            }
        }
    }

    /**
     * Lets what came meanwhile go along: a message over which a dependency fails is told from an outage by those that the
     * dependency takes.
     */
    private List<Pending> joined(List<Pending> open) {
        long bytes = 0;
        for (Pending pending : open) {
            bytes += pending.weight();
        }
        if (open.size() >= 2 * limits.batchMessages() || bytes >= 2 * limits.batchBytes()) {
            return open;
        }
        List<Pending> all = new ArrayList<>(open);
        all.addAll(queue.poll(Math.max(1, limits.batchMessages() - open.size())));
        return all;
    }

    private record Attempt(List<Outcome> outcomes, Duration retryAfter, String reason) {}

    private Attempt attempt(List<Pending> open, boolean first) throws InterruptedException {
        List<InboundMessage> messages = new ArrayList<>(open.size());
        open.forEach(pending -> messages.add(pending.message()));
        try {
            List<Outcome> outcomes = handler.handle(messages);
            if (outcomes.size() != open.size()) {
                throw new IllegalStateException(
                        "The handler gave " + outcomes.size() + " outcomes for " + open.size() + " messages");
            }
            return new Attempt(outcomes, null, "the handler asked to repeat");
        } catch (PauseException pause) {
            return new Attempt(null, pause.retryAfter(), pause.getMessage());
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception | Error e) {
            if (first) {
                IngressLog.LOG.error("A batch cannot be accounted for; it is repeated until it can", e);
            } else {
                IngressLog.LOG.debug("It still cannot", e);
            }
            return new Attempt(null, null, e.toString());
        }
    }

    private void settle(List<Pending> open, List<Outcome> outcomes) {
        if (outcomes == null) {
            return;
        }
        List<Pending> done = new ArrayList<>(open.size());
        int written = 0;
        for (int i = 0; i < open.size(); i++) {
            if (outcomes.get(i) != Outcome.RETRY) {
                written += outcomes.get(i) == Outcome.WRITTEN ? 1 : 0;
                done.add(open.get(i));
            }
        }
        settlement.done(done, written);
    }

    private static List<Pending> remaining(List<Pending> open, List<Outcome> outcomes) {
        if (outcomes == null) {
            return open;
        }
        List<Pending> left = new ArrayList<>();
        for (int i = 0; i < open.size(); i++) {
            if (outcomes.get(i) == Outcome.RETRY) {
                left.add(open.get(i));
            }
        }
        return left;
    }

    /** The broker delivers these again on the newer connection, in order; the old copies would come out of turn. */
    private List<Pending> dropSuperseded(List<Pending> open) {
        List<Pending> kept = new ArrayList<>(open.size());
        List<Pending> dropped = new ArrayList<>();
        for (Pending pending : open) {
            (pending.needsAck() && pending.link.superseded() ? dropped : kept).add(pending);
        }
        if (dropped.isEmpty()) {
            return open;
        }
        settlement.giveUp(dropped);
        return kept;
    }
}
