package io.greenstack.edge.sink;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import org.jboss.logging.Logger;

import io.greenstack.core.message.PayloadException;
import io.greenstack.core.message.RawProcessData;
import io.greenstack.core.message.RejectReason;
import io.greenstack.edge.intake.PauseException;
import io.greenstack.platform.unregistered.KeptRaw;
import io.greenstack.platform.unregistered.UnregisteredSettings;
import io.greenstack.platform.unregistered.UnregisteredStore;
import io.greenstack.platform.unregistered.UnregisteredStore.Found;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Process data of devices that are not registered: within limits their octets are stored as they are, and noted, so that the
 * api-service has them decoded once the device is registered and its description is there. Beyond the limits a message is a dead
 * letter.
 */
public final class Strangers {

    private static final Logger LOG = Logger.getLogger(Strangers.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final UnregisteredStore store;
    private final UnregisteredSettings settings;
    private final InstantSource clock;
    private final Counter kept;
    private final Counter refused;

    /**
     * @param store of the notes
     * @param settings the limits
     * @param clock now
     * @param metrics where messages are counted
     */
    public Strangers(UnregisteredStore store, UnregisteredSettings settings, InstantSource clock,
            MeterRegistry metrics) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
        this.kept = messages(metrics, "kept");
        this.refused = messages(metrics, "refused");
    }

    private static Counter messages(MeterRegistry metrics, String result) {
        return Counter.builder("greenstack.unregistered.messages").tag("result", result)
                .description("Messages with raw process data of devices that are not registered").register(metrics);
    }

    /**
     * Begins with a batch.
     *
     * @param devices those that are not registered
     * @throws PauseException when nobody can say what is kept already
     */
    Round round(Collection<String> devices) {
        if (devices.isEmpty() || settings.keep().isZero()) {
            return new Round(new Found(0, Map.of()));
        }
        try {
            return new Round(store.find(devices).await().atMost(PATIENCE));
        } catch (RuntimeException e) {
            throw away(e);
        }
    }

    private static PauseException away(RuntimeException cause) {
        return new PauseException("what is kept of unregistered devices cannot be noted: " + cause.getMessage());
    }

    /** A batch; not thread-safe. */
    final class Round {

        private final Map<String, KeptRaw> known;
        private final Map<Integer, String> devices = new HashMap<>();
        private final Map<Integer, KeptRaw> admitted = new HashMap<>();
        private final Map<String, KeptRaw> stored = new HashMap<>();
        private int count;

        private Round(Found found) {
            this.known = new HashMap<>(found.kept());
            this.count = found.devices();
        }

        /**
         * Admits a message.
         *
         * @throws PayloadException if it is not kept
         */
        void admit(int index, String device, RawProcessData message) {
            KeptRaw before = known.get(device);
            KeptRaw one = note(message);
            String limit = limit(before, one);
            if (limit != null) {
                refused.increment();
                throw new PayloadException(RejectReason.UNKNOWN_DEVICE,
                        "No device '" + device + "' is registered" + limit);
            }
            if (before == null) {
                count++;
                LOG.infof("Device %s is not registered: its raw process data is kept for the case that it will be",
                        device);
            }
            known.put(device, before == null ? one : before.plus(one));
            devices.put(index, device);
            admitted.put(index, one);
        }

        private String limit(KeptRaw before, KeptRaw more) {
            if (settings.keep().isZero()) {
                return "";
            } else if (before == null && count >= settings.maxDevices()) {
                return ", and raw process data of " + count + " such devices is kept already";
            } else if (before != null && before.messages() >= settings.maxMessages()) {
                return ", and " + before.messages() + " of its messages are kept already";
            } else if (more.octets() + (before == null ? 0 : before.octets()) > settings.maxOctets()) {
                return ", and more than " + settings.maxOctets() + " octets of it would be kept";
            }
            return null;
        }

        private KeptRaw note(RawProcessData message) {
            long octets = 0;
            for (RawProcessData part = message; part != null; part = part.counterpart()) {
                octets += part.octets().length;
            }
            long micros = Math.floorDiv(message.timestamp().epochNanos(), 1000L);
            return new KeptRaw(micros, micros, clock.millis(), 1, octets);
        }

        /** A message is in the store; one that was not admitted here does not matter. */
        void stored(int index) {
            KeptRaw one = admitted.get(index);
            if (one != null) {
                stored.merge(devices.get(index), one, KeptRaw::plus);
            }
        }

        /**
         * Notes what is stored. Comes before the acknowledgement, so that nothing is kept that nobody knows of.
         *
         * @throws PauseException if it could not be noted
         */
        void end() {
            if (!stored.isEmpty()) {
                try {
                    store.add(stored).await().atMost(PATIENCE);
                } catch (RuntimeException e) {
                    throw away(e);
                }
                stored.values().forEach(one -> kept.increment(one.messages()));
            }
        }
    }
}
