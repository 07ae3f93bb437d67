package io.greenstack.edge.mqtt;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import io.greenstack.core.message.InboundMessage;
import io.greenstack.edge.intake.MessageHandler;

/**
 * Hands over messages one by one: those of one key in the order of their arrival, also when one has to be repeated, and those of
 * others meanwhile. So whoever is slow holds up nobody else, until the bound of the queue is held. One thread takes them, another one
 * does everything else, so nothing here is locked.
 */
final class KeyedPump implements Pump {

    /** A handler that never ends would stop its key for ever. */
    private static final long LIMIT_SECONDS = 300;

    private final IngressLimits limits;
    private final IntakeQueue queue;
    private final Function<InboundMessage, String> key;
    private final MessageHandler handler;
    private final Settlement settlement;
    private final Map<String, Line> lines = new HashMap<>();
    private final AtomicInteger retrying = new AtomicInteger();
    private final CountDownLatch ended = new CountDownLatch(1);
    private ScheduledThreadPoolExecutor turns;
    private volatile Thread taker;
    private boolean closing;

    KeyedPump(IngressLimits limits, IntakeQueue queue, Function<InboundMessage, String> key, MessageHandler handler,
            Settlement settlement) {
        this.limits = limits;
        this.queue = queue;
        this.key = key;
        this.handler = handler;
        this.settlement = settlement;
    }

    /** The messages of one key; the first one is being handled, or waits to be repeated. */
    private static final class Line {
        final String key;
        final ArrayDeque<Pending> waiting = new ArrayDeque<>();
        Backoff backoff;

        Line(String key) {
            this.key = key;
        }
    }

    @Override
    public void start(String name) {
        turns = new ScheduledThreadPoolExecutor(1, work -> daemon(work, name + "-turns"));
        turns.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        taker = daemon(this::take, name + "-0");
        taker.start();
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public boolean alive() {
        Thread thread = taker;
        return thread != null && thread.isAlive();
    }

    @Override
    public int retrying() {
        return retrying.get();
    }

    @Override
    public SettlingTimes times() {
        return settlement.times();
    }

    private void take() {
        try {
            List<Pending> batch = queue.take(limits.linger());
            while (!batch.isEmpty()) {
                List<Pending> taken = batch;
                turns.execute(() -> taken.forEach(this::enqueue));
                batch = queue.take(limits.linger());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean drain(Duration deadline) throws InterruptedException {
        long end = System.nanoTime() + deadline.toNanos();
        queue.close();
        if (taker == null) {
            return true;
        }
        taker.join(Math.max(1, deadline.toMillis()));
        turns.execute(() -> {
            closing = true;
            endIfEmpty();
        });
        boolean complete = ended.await(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        turns.execute(this::abandon);
        turns.shutdown();
        turns.awaitTermination(1, TimeUnit.SECONDS);
        return complete;
    }

    private void abandon() {
        List<Pending> left = new ArrayList<>();
        lines.values().forEach(line -> {
            left.addAll(line.waiting);
            line.waiting.clear();
        });
        lines.clear();
        retrying.set(0);
        settlement.giveUp(left);
    }

    private void endIfEmpty() {
        if (closing && lines.isEmpty()) {
            ended.countDown();
        }
    }

    private void enqueue(Pending pending) {
        Line line = lines.computeIfAbsent(key.apply(pending.message()), Line::new);
        line.waiting.addLast(pending);
        if (line.waiting.size() == 1) {
            begin(line);
        }
    }

    private void begin(Line line) {
        Pending next = line.waiting.peekFirst();
        if (next == null) {
            return;
        }
        if (next.needsAck() && next.link.superseded()) {
            // the broker delivers it again, behind those that wait here
            settlement.giveUp(List.of(next));
            passed(line);
            return;
        }
        try {
            handler.handle(next.message()).toCompletableFuture().copy().orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS)
                    .whenComplete((done, failure) -> later(() -> ended(line, next, failure)));
        } catch (RuntimeException e) {
            repeat(line, e);
        }
    }

    /** On the thread of the turns, also when it was called there: a long line would be a deep stack. */
    private void later(Runnable turn) {
        try {
            turns.execute(turn);
        } catch (RejectedExecutionException e) {
            IngressLog.LOG.debug("A message ended after the intake, so the broker delivers it again", e);
        }
    }

    private void ended(Line line, Pending pending, Throwable failure) {
        if (line.waiting.peekFirst() != pending) {
            return;
        }
        if (failure != null) {
            repeat(line, failure instanceof CompletionException && failure.getCause() != null
                    ? failure.getCause()
                    : failure);
            return;
        }
        settlement.done(List.of(pending), 1);
        passed(line);
    }

    private void passed(Line line) {
        line.waiting.pollFirst();
        if (line.backoff != null) {
            line.backoff = null;
            if (retrying.decrementAndGet() == 0) {
                IngressLog.LOG.info("Intake goes on: what waited is done");
            }
        }
        if (!line.waiting.isEmpty()) {
            later(() -> begin(line));
            return;
        }
        lines.remove(line.key, line);
        endIfEmpty();
    }

    private void repeat(Line line, Throwable failure) {
        if (line.backoff == null) {
            line.backoff = new Backoff(limits.retryMin(), limits.retryMax());
            if (retrying.getAndIncrement() == 0) {
                IngressLog.LOG.warnf("Messages of %s wait unacknowledged: %s", line.key, failure);
            }
        }
        turns.schedule(() -> begin(line), line.backoff.nextMillis(), TimeUnit.MILLISECONDS);
    }
}
