package io.greenstack.platform.resilience;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

import jakarta.enterprise.context.ApplicationScoped;

import io.greenstack.platform.config.BreakerConfig;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;

/**
 * The circuit breakers of this service. A breaker comes into being when it is first asked for, with the settings
 * {@code greenstack.breaker.<name>.*}, and is then listed, measured and resettable here.
 */
@ApplicationScoped
public class BreakerRegistry {

    private final BreakerConfig config;
    private final MeterRegistry meters;
    private final CircuitBreakerMaintenance maintenance;
    private final Map<String, Breaker> breakers = new ConcurrentHashMap<>();

    /** For the container. */
    public BreakerRegistry(BreakerConfig config, MeterRegistry meters, CircuitBreakerMaintenance maintenance) {
        this.config = config;
        this.meters = meters;
        this.maintenance = maintenance;
    }

    /**
     * The breaker of that name, with the usual meaning of failure: everything but {@link PeerRejectedException} and
     * interruption counts.
     *
     * @throws NoSuchElementException if no such breaker is configured
     */
    public Breaker breaker(String name) {
        return breaker(name, BreakerRegistry::countsByDefault);
    }

    /**
     * The breaker of that name.
     *
     * @param counts which errors are failures; used by the call that creates the breaker
     * @throws NoSuchElementException if no such breaker is configured
     */
    public Breaker breaker(String name, Predicate<Throwable> counts) {
        return breakers.computeIfAbsent(name, key -> create(key, counts));
    }

    /** All breakers in use, by name. */
    public List<BreakerStatus> list() {
        return breakers.values().stream().map(Breaker::status).sorted((a, b) -> a.name().compareTo(b.name())).toList();
    }

    /**
     * Closes a breaker by hand.
     *
     * @throws NoSuchElementException if no breaker of that name is in use
     */
    public BreakerStatus reset(String name) {
        Breaker breaker = breakers.get(name);
        if (breaker == null) {
            throw new NoSuchElementException("No circuit breaker '" + name + "'");
        }
        breaker.reset();
        return breaker.status();
    }

    private static boolean countsByDefault(Throwable error) {
        return !(error instanceof PeerRejectedException) && !(error instanceof InterruptedException);
    }

    private Breaker create(String name, Predicate<Throwable> counts) {
        BreakerConfig.Settings settings = config.breakers().get(name);
        if (settings == null) {
            throw new NoSuchElementException("No settings greenstack.breaker." + name + ".*");
        }
        Breaker breaker = new Breaker(name, settings, counts, maintenance);
        Gauge.builder("greenstack.breaker.state", breaker, b -> b.state().ordinal()).tag("name", name)
                .description("0 closed, 1 open, 2 half open").register(meters);
        calls(breaker, "success", Breaker::successes);
        calls(breaker, "failure", Breaker::failures);
        calls(breaker, "prevented", Breaker::prevented);
        FunctionCounter.builder("greenstack.breaker.opened", breaker, Breaker::opened).tag("name", name)
                .description("How often the breaker has opened").register(meters);
        return breaker;
    }

    private void calls(Breaker breaker, String result, ToLongFunction<Breaker> count) {
        FunctionCounter.builder("greenstack.breaker.calls", breaker, b -> count.applyAsLong(b))
                .tag("name", breaker.name())
                .tag("result", result).description("Calls by what became of them").register(meters);
    }
}
