package io.greenstack.api.platform;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import io.smallrye.mutiny.Uni;

/**
 * Makes asynchronous calls on a thread without the transaction of the caller, who waits: Mutiny would carry the transaction
 * on to the event loop, and two threads inside one transaction cannot commit it.
 */
public final class OutsideTransaction implements AutoCloseable {

    private final ExecutorService thread;
    private final Duration patience;

    /**
     * @param name of the thread
     * @param patience longest wait for an answer
     */
    public OutsideTransaction(String name, Duration patience) {
        this.patience = patience;
        this.thread = Executors.newSingleThreadExecutor(task -> {
            Thread daemon = new Thread(task, name);
            daemon.setDaemon(true);
            return daemon;
        });
    }

    /** Calls and waits; throws when the call fails or there is no answer in time. */
    public void call(Supplier<? extends Uni<?>> call) {
        Future<?> done = thread.submit(() -> call.get().await().atMost(patience));
        try {
            done.get(2 * patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Redis: " + e.getCause(), e.getCause());
        } catch (TimeoutException e) {
            done.cancel(true);
            throw new IllegalStateException("Redis does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
