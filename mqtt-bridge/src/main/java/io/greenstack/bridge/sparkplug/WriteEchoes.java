package io.greenstack.bridge.sparkplug;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Singleton;

import io.greenstack.bridge.dialect.sparkplug.SparkplugHeard;
import io.greenstack.core.message.DeviceId;
import io.greenstack.core.message.NamedValue;

/** Waits for devices to say what was written to them. Sparkplug has no other answer to a command. */
@Singleton
class WriteEchoes implements SparkplugHeard {

    private final Map<DeviceId, List<Echo>> waiting = new ConcurrentHashMap<>();

    private static final class Echo {
        private final Map<String, Object> expected;
        private final Map<String, Object> said = new LinkedHashMap<>();
        private final CompletableFuture<Void> done = new CompletableFuture<>();

        Echo(Map<String, Object> expected) {
            this.expected = expected;
        }

        synchronized void heard(List<NamedValue> values) {
            for (NamedValue value : values) {
                if (expected.containsKey(value.parameter())) {
                    said.put(value.parameter(), value.value());
                }
            }
            if (said.equals(expected)) {
                done.complete(null);
            }
        }

        synchronized Map<String, Object> said() {
            return new LinkedHashMap<>(said);
        }
    }

    /**
     * Begins to listen; call it before the write goes out.
     *
     * @param expected values by metric
     * @return what the device has said of these metrics: as soon as it has said all values as expected, or at the end of the limit;
     *         without those of which it has said nothing
     */
    CompletableFuture<Map<String, Object>> expect(DeviceId device, Map<String, Object> expected, Duration limit) {
        Echo echo = new Echo(expected);
        waiting.compute(device, (id, others) -> {
            List<Echo> all = others == null ? new ArrayList<>(1) : new ArrayList<>(others);
            all.add(echo);
            return List.copyOf(all);
        });
        if (expected.isEmpty()) {
            echo.done.complete(null);
        }
        return echo.done.completeOnTimeout(null, limit.toMillis(), TimeUnit.MILLISECONDS).thenApply(nothing -> {
            waiting.computeIfPresent(device, (id, all) -> {
                List<Echo> others = all.stream().filter(one -> one != echo).toList();
                return others.isEmpty() ? null : others;
            });
            return echo.said();
        });
    }

    @Override
    public void heard(DeviceId device, List<NamedValue> values) {
        if (!waiting.isEmpty()) {
            waiting.getOrDefault(device, List.of()).forEach(echo -> echo.heard(values));
        }
    }
}
