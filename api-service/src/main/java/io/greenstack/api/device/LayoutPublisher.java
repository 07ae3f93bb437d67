package io.greenstack.api.device;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

import org.jboss.logging.Logger;

import io.greenstack.platform.layout.LayoutRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Keeps the layouts in Redis up to date: all at start and whenever Redis lost them, single ones after each commit that changes
 * them. One thread of its own, so that a slow Redis never slows a request; while Redis is away the database remembers what is
 * due.
 */
@ApplicationScoped
public class LayoutPublisher {

    private static final Logger LOG = Logger.getLogger(LayoutPublisher.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final LayoutOutbox outbox;
    private final LayoutRegistry registry;
    private final LayoutPublisherSettings settings;
    private final AtomicBoolean due = new AtomicBoolean();
    private ScheduledExecutorService thread;
    private boolean rewrite = true;
    private volatile boolean failing;

    @Inject
    public LayoutPublisher(LayoutOutbox outbox, LayoutRegistry registry, LayoutPublisherSettings settings) {
        this.outbox = outbox;
        this.registry = registry;
        this.settings = settings;
    }

    void start(@Observes StartupEvent event) {
        thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread daemon = new Thread(task, "layout-publisher");
            daemon.setDaemon(true);
            return daemon;
        });
        wake();
        long period = settings.recheck().toMillis();
        thread.scheduleWithFixedDelay(this::wake, period, period, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void onChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) DeviceEvents.Changed event) {
        wake();
    }

    void onDeleted(@Observes(during = TransactionPhase.AFTER_SUCCESS) DeviceEvents.Deleted event) {
        wake();
    }

    /** Whether the last try to write Redis failed. */
    public boolean failing() {
        return failing;
    }

    private void wake() {
        if (due.compareAndSet(false, true) && !thread.isShutdown()) {
            thread.execute(this::run);
        }
    }

    private void run() {
        due.set(false);
        try {
            if (rewrite || !registry.ready().await().atMost(PATIENCE)) {
                rewriteAll();
            }
            while (outbox.publishChanged() == LayoutOutbox.BATCH || outbox.removeDeleted() == LayoutOutbox.BATCH) {
                LOG.debug("More layouts are due");
            }
            if (failing) {
                failing = false;
                LOG.info("Layouts of devices are in Redis again");
            }
        } catch (RuntimeException e) {
            if (!failing) {
                failing = true;
                LOG.warnf("Layouts of devices cannot be written to Redis now and will be later: %s", e.toString());
            }
            if (!thread.isShutdown()) {
                thread.schedule(this::wake, settings.retry().toMillis(), TimeUnit.MILLISECONDS);
            }
        }
    }

    private void rewriteAll() {
        String last = "";
        while (last != null) {
            last = outbox.publishAfter(last);
        }
        registry.markReady().await().atMost(PATIENCE);
        rewrite = false;
    }
}
