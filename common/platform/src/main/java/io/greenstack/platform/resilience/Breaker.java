package io.greenstack.platform.resilience;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;

import io.greenstack.platform.config.BreakerConfig;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.Guard;

/**
 * One circuit breaker with consecutive-failure semantics: N failures in a row open it, any success in between starts the count
 * again. Built as a window of N calls that opens when all N failed. Thread-safe; obtained from {@link BreakerRegistry}.
 */
public final class Breaker {

    private static final Logger LOG = Logger.getLogger(Breaker.class);

    private final String name;
    private final int threshold;
    private final Duration openFor;
    private final Predicate<Throwable> counts;
    private final CircuitBreakerMaintenance maintenance;
    private final Guard guard;
    private final AtomicInteger failures = new AtomicInteger();
    private final LongAdder successes = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder prevented = new LongAdder();
    private final LongAdder opened = new LongAdder();
    private volatile Instant lastChange;
    private volatile String lastError;

    Breaker(String name, BreakerConfig.Settings settings, Predicate<Throwable> counts,
            CircuitBreakerMaintenance maintenance) {
        this.name = name;
        this.threshold = settings.failures();
        this.openFor = settings.openFor();
        this.counts = counts;
        this.maintenance = maintenance;
        this.guard = Guard.create().withDescription(name).withCircuitBreaker().name(name)
                .requestVolumeThreshold(threshold)
                .failureRatio(1.0).delay(openFor.toMillis(), ChronoUnit.MILLIS).successThreshold(settings.trials())
                .when(counts).onStateChange(this::changed).onSuccess(this::succeeded).onFailure(this::countFailure)
                .onPrevented(prevented::increment).done().build();
    }

    /** Name in the configuration, metrics and log. */
    public String name() {
        return name;
    }

    /**
     * Makes a blocking call through the breaker. The call needs a time-out of its own, since a breaker does not interrupt.
     *
     * @throws BreakerOpenException if the call was not made
     * @throws Exception what the call threw
     */
    public <T> T call(Callable<T> action) throws Exception {
        try {
            @SuppressWarnings("unchecked")
            T result = (T) guard.call(noting(action), Object.class);
            return result;
        } catch (CircuitBreakerOpenException e) {
            throw refused();
        }
    }

    /** Like {@link #call} for actions without checked exceptions. */
    public <T> T get(Supplier<T> action) {
        try {
            return call(action::get);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Makes an asynchronous call; the outcome of the stage decides.
     *
     * @return the stage, which fails with {@link BreakerOpenException} if the call was not made
     */
    public <T> CompletionStage<T> callAsync(Supplier<CompletionStage<T>> action) {
        @SuppressWarnings("unchecked")
        CompletionStage<T> stage = (CompletionStage<T>) guard.get(() -> action.get().whenComplete((value, error) -> {
            if (error != null) {
                note(error);
            }
        }), CompletionStage.class);
        return stage.handle((value, error) -> {
            Throwable cause = error instanceof CompletionException && error.getCause() != null
                    ? error.getCause()
                    : error;
            if (cause instanceof CircuitBreakerOpenException) {
                throw refused();
            }
            if (cause != null) {
                throw cause instanceof RuntimeException runtime ? runtime : new CompletionException(cause);
            }
            return value;
        });
    }

    /** Present state. */
    public BreakerState state() {
        return BreakerState.valueOf(maintenance.currentState(name).name());
    }

    /** What operators see. */
    public BreakerStatus status() {
        return new BreakerStatus(name, state(), failures.get(), threshold, opened.sum(), lastChange, lastError);
    }

    /** Closes the breaker by hand and forgets counted failures. */
    public void reset() {
        reset("reset by hand");
    }

    /**
     * Closes the breaker and forgets counted failures.
     *
     * @param why for the log
     */
    public void reset(String why) {
        BreakerState before = state();
        maintenance.reset(name);
        failures.set(0);
        if (before != BreakerState.CLOSED) {
            lastChange = Instant.now();
            LOG.infof("Circuit breaker %s: %s -> closed (%s)", name, before.label(), why);
        }
    }

    long successes() {
        return successes.sum();
    }

    long failures() {
        return failed.sum();
    }

    long prevented() {
        return prevented.sum();
    }

    long opened() {
        return opened.sum();
    }

    private Callable<Object> noting(Callable<?> action) {
        return () -> {
            try {
                return action.call();
            } catch (Exception e) {
                note(e);
                throw e;
            }
        };
    }

    private void note(Throwable error) {
        if (counts.test(error)) {
            lastError = error.toString();
        }
    }

    private BreakerOpenException refused() {
        Instant since = lastChange;
        Duration left = since == null || state() != BreakerState.OPEN
                ? Duration.ZERO
                : Duration.between(Instant.now(), since.plus(openFor));
        return new BreakerOpenException(name, left.isNegative() ? Duration.ZERO : left);
    }

    private void succeeded() {
        successes.increment();
        failures.set(0);
    }

    private void countFailure() {
        failed.increment();
        failures.incrementAndGet();
    }

    private void changed(CircuitBreakerState state) {
        lastChange = Instant.now();
        switch (state) {
            case OPEN -> {
                opened.increment();
                LOG.warnf("Circuit breaker %s: open for %d s after %d failures (%s)", name, openFor.toSeconds(),
                        failures.get(), lastError);
            }
            case HALF_OPEN -> LOG.infof("Circuit breaker %s: half open, the next call decides", name);
            case CLOSED -> LOG.infof("Circuit breaker %s: closed", name);
        }
    }
}
