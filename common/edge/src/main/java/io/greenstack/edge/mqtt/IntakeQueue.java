package io.greenstack.edge.mqtt;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Messages between the event loop and the workers, bounded by count and bytes. A message counts until it is settled, so
 * that batches being written are part of the bound. The bound is soft: the queue reports that it is full and its owner stops
 * reading; what the socket had already brought still fits in.
 */
final class IntakeQueue {

    private final int maxMessages;
    private final long maxBytes;
    private final int batchMessages;
    private final long batchBytes;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    /** Held by the one worker that collects a batch, so that idle workers do not share it out in crumbs. */
    private final ReentrantLock collector = new ReentrantLock();
    private final ArrayDeque<Pending> queue = new ArrayDeque<>();
    private int held;
    private long heldBytes;
    private boolean closed;

    IntakeQueue(IngressLimits limits) {
        this.maxMessages = limits.queueMessages();
        this.maxBytes = limits.queueBytes();
        this.batchMessages = limits.batchMessages();
        this.batchBytes = limits.batchBytes();
    }

    /**
     * Adds a message.
     *
     * @return whether the bound is reached now
     */
    boolean add(Pending pending) {
        lock.lock();
        try {
            queue.addLast(pending);
            held++;
            heldBytes += pending.weight();
            if (queue.size() == 1 || queue.size() == batchMessages) {
                // The collector waits for a first message or for a full batch; waking it for each one costs more than
                // the work.
                changed.signal();
            }
            return fullLocked();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for a batch.
     *
     * @param linger longest time that the first message waits for more, counted from its arrival: what has come while the last batch
     *        was handled has waited long enough
     * @return 1 to {@link IngressLimits#batchMessages()} messages of {@link IngressLimits#batchBytes()} or a single larger one, or an
     *         empty list once the queue is closed and empty
     */
    List<Pending> take(Duration linger) throws InterruptedException {
        collector.lockInterruptibly();
        try {
            lock.lockInterruptibly();
            try {
                do {
                    while (queue.isEmpty()) {
                        if (closed) {
                            return List.of();
                        }
                        changed.await();
                    }
                    gather(linger);
                    // what waited is gone again when the broker delivers it anew on another connection
                } while (queue.isEmpty());
                return pollLocked(batchMessages);
            } finally {
                lock.unlock();
            }
        } finally {
            collector.unlock();
        }
    }

    private void gather(Duration linger) throws InterruptedException {
        long left = queue.peekFirst().arrivedNanos + linger.toNanos() - System.nanoTime();
        while (!queue.isEmpty() && queue.size() < batchMessages && left > 0 && !closed) {
            left = changed.awaitNanos(left);
        }
    }

    /** What is there, up to so many messages and the octets of a batch; does not wait. */
    List<Pending> poll(int most) {
        return locked(() -> pollLocked(most));
    }

    private List<Pending> pollLocked(int most) {
        int size = Math.min(most, queue.size());
        List<Pending> batch = new ArrayList<>(size);
        long bytes = 0;
        while (batch.size() < size && (batch.isEmpty() || bytes + queue.peekFirst().weight() <= batchBytes)) {
            bytes += queue.peekFirst().weight();
            batch.add(queue.pollFirst());
        }
        return batch;
    }

    /** Messages taken before are no longer held. */
    void release(List<Pending> done) {
        long bytes = 0;
        for (Pending pending : done) {
            bytes += pending.weight();
        }
        lock.lock();
        try {
            held -= done.size();
            heldBytes -= bytes;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Removes waiting messages.
     *
     * @return how many
     */
    int removeIf(Predicate<Pending> condition) {
        lock.lock();
        try {
            int removed = 0;
            for (Iterator<Pending> it = queue.iterator(); it.hasNext();) {
                Pending pending = it.next();
                if (condition.test(pending)) {
                    it.remove();
                    held--;
                    heldBytes -= pending.weight();
                    removed++;
                }
            }
            if (removed > 0 && queue.isEmpty()) {
                // who lingered over what is gone waits for a first message again
                changed.signal();
            }
            return removed;
        } finally {
            lock.unlock();
        }
    }

    /** Lets workers leave once the queue is empty. */
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean full() {
        return locked(() -> fullLocked());
    }

    /** Whether enough room is free to read again: at most half of each bound is used. */
    boolean roomy() {
        return locked(() -> held <= maxMessages / 2 && heldBytes <= maxBytes / 2);
    }

    /** Whether there is a full batch that nobody has taken yet. */
    boolean batchWaits() {
        lock.lock();
        try {
            return queue.size() >= batchMessages;
        } finally {
            lock.unlock();
        }
    }

    int queued() {
        return locked(() -> queue.size());
    }

    int held() {
        return locked(() -> held);
    }

    long heldBytes() {
        return locked(() -> heldBytes);
    }

    private <T> T locked(Supplier<T> look) {
        lock.lock();
        try {
            return look.get();
        } finally {
            lock.unlock();
        }
    }

    private boolean fullLocked() {
        return held >= maxMessages || heldBytes >= maxBytes;
    }
}
