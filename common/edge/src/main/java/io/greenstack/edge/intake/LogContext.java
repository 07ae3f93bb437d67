package io.greenstack.edge.intake;

import java.util.List;

import org.jboss.logging.MDC;

import io.greenstack.core.message.InboundMessage;

/** Device and topic of a message that is alone in its batch, in what is logged meanwhile on this thread. */
final class LogContext implements AutoCloseable {

    private static final String DEVICE = "deviceId";
    private static final String TOPIC = "topic";

    private final boolean alone;

    private LogContext(boolean alone) {
        this.alone = alone;
    }

    static LogContext of(Intake intake, List<InboundMessage> messages) {
        boolean alone = messages.size() == 1;
        if (alone) {
            String topic = messages.get(0).topic();
            String device = intake.deviceId(topic);
            MDC.put(TOPIC, topic);
            if (device != null) {
                MDC.put(DEVICE, device);
            }
        }
        return new LogContext(alone);
    }

    @Override
    public void close() {
        if (alone) {
            MDC.remove(TOPIC);
            MDC.remove(DEVICE);
        }
    }
}
