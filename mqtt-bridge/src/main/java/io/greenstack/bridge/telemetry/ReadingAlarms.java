package io.greenstack.bridge.telemetry;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.greenstack.bridge.alarm.AlarmGate;
import io.greenstack.bridge.alarm.AlarmReading;
import io.greenstack.bridge.telemetry.LiveView.Result;
import io.greenstack.bridge.telemetry.LiveView.Written;
import io.greenstack.platform.redis.RedisErrors;

/**
 * Has the alarm rules look at what the live view took. A reading that the live view has already is evaluated again, because its
 * message may come again for want of just that; one that is too old is not, unless it is older only than others of its batch.
 */
@Singleton
class ReadingAlarms {

    private static final Logger LOG = Logger.getLogger(ReadingAlarms.class);

    private final AlarmGate gate;

    ReadingAlarms(AlarmGate gate) {
        this.gate = gate;
    }

    /**
     * Evaluates readings. A failure that is no outage costs no reading.
     *
     * @param results what became of each in the live view
     * @return the devices that have to come again, because Redis is away
     */
    Set<String> evaluate(List<LiveReading> readings, List<Written> results) {
        if (gate.idle()) {
            return Set.of();
        }
        Set<String> current = new HashSet<>();
        List<AlarmReading> looked = new ArrayList<>();
        for (int i = readings.size() - 1; i >= 0; i--) {
            LiveReading reading = readings.get(i);
            Result result = results.get(i).result();
            if (gate.watches(reading.deviceId()) && !reading.ageUnknown()
                    && (counts(result) || result == Result.STALE && current.contains(reading.deviceId()))) {
                current.add(reading.deviceId());
                looked.add(0, of(reading));
            }
        }
        try {
            gate.evaluate(looked);
            return Set.of();
        } catch (RuntimeException e) {
            if (RedisErrors.isOutage(e instanceof CompletionException ? e.getCause() : e)) {
                LOG.debugf("Alarm rules wait: %s", e.toString());
                return current;
            }
            LOG.errorf(e, "Alarm rules of %d device(s) could not be evaluated", current.size());
            return Set.of();
        }
    }

    private static boolean counts(Result result) {
        return result == Result.APPLIED || result == Result.DUPLICATE;
    }

    private static AlarmReading of(LiveReading reading) {
        List<AlarmReading.Value> values = new ArrayList<>(reading.values().size());
        for (LiveValue value : reading.values()) {
            values.add(new AlarmReading.Value(value.key(), number(value.value()), value.unit(), value.status()));
        }
        return new AlarmReading(reading.deviceId(), reading.time().time().toEpochMilli(), values);
    }

    private static double number(Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        return value instanceof Boolean bool ? bool ? 1 : 0 : Double.NaN;
    }
}
