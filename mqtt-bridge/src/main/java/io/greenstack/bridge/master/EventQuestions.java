package io.greenstack.bridge.master;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.greenstack.core.message.DeviceId;
import io.vertx.core.Context;

/**
 * Asks the devices on a master for their active events: each every few seconds, one after the other, and at once where the master says
 * that there is one. Used on the event loop of the runner.
 */
final class EventQuestions {

    private static final long EVERY_NANOS = 5_000_000_000L;
    private static final String NO_SUCH_INDEX = "0x8011";

    private final MasterRunner runner;
    private final Context context;
    private final Clock clock;
    private final Set<Integer> asking = new HashSet<>();
    private long askedAt = System.nanoTime() - EVERY_NANOS;
    private int turn;

    EventQuestions(MasterRunner runner, Context context, Clock clock) {
        this.runner = runner;
        this.context = context;
        this.clock = clock;
    }

    /** Asks the next device, if it is time to. */
    void next(Collection<PortWatch> ports) {
        List<PortWatch> telling = ports.stream().filter(PortWatch::tellsEvents).toList();
        if (!telling.isEmpty() && System.nanoTime() - askedAt >= EVERY_NANOS / telling.size()) {
            askedAt = System.nanoTime();
            ask(telling.get(turn++ % telling.size()));
        }
    }

    /** Asks the device on a port, if it tells events; one question at a time, however often there is a reason for it. */
    void ask(PortWatch port) {
        if (!port.tellsEvents() || !asking.add(port.number())) {
            return;
        }
        DeviceId device = port.device();
        runner.inTurn(() -> runner.adapter().readParameter(port.number(), ActiveEvents.INDEX, 0))
                .onComplete(status -> context.runOnContext(now -> {
                    asking.remove(port.number());
                    if (status.succeeded()) {
                        port.events(device, status.result(), clock.instant());
                    } else if (NO_SUCH_INDEX.equals(AdapterException.of(status.cause()).code())) {
                        port.events(device, null, null);
                    }
                }));
    }
}
