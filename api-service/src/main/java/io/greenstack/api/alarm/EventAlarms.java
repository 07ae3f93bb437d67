package io.greenstack.api.alarm;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.greenstack.api.device.DeviceEvents;
import io.greenstack.api.event.StoredEvents;
import io.greenstack.api.event.StoredEvents.Item;
import io.greenstack.core.message.EventMessage.Mode;
import io.greenstack.core.message.EventMessage.Type;

/**
 * Makes alarms of events, in the transaction that stores them: what appears stands until it disappears, and what happens once only has
 * to be acknowledged. An event that says nothing of its severity is taken for a warning when it appears, because it says that something
 * is wrong until further notice.
 */
@ApplicationScoped
class EventAlarms {

    private final AlarmWriter alarms;
    private final AlarmSettings settings;

    EventAlarms(AlarmWriter alarms, AlarmSettings settings) {
        this.alarms = alarms;
        this.settings = settings;
    }

    void onStored(@Observes StoredEvents events) {
        for (Item event : events.items()) {
            String key = "event:" + event.code();
            if (event.mode() == Mode.DISAPPEARS) {
                alarms.clear(event.deviceId(), key, null, event.occurredAt());
                continue;
            }
            Type type = event.type() == null && event.mode() == Mode.APPEARS ? Type.WARNING : event.type();
            if (type != null && settings.eventTypes().contains(type)) {
                alarms.raise(new NewAlarm(event.deviceId(), key, event.id(), AlarmCause.EVENT, priority(type),
                        event.code(), null, null, null, message(event), null, null, event.occurredAt()),
                        event.mode() == Mode.SINGLESHOT);
            }
        }
    }

    void onDeleted(@Observes DeviceEvents.Deleted deleted) {
        alarms.clearOfDevices(deleted.deviceIds());
    }

    private static String message(Item event) {
        String code = String.format("0x%04X", event.code());
        return event.name() == null ? "Event " + code : event.name() + " (" + code + ")";
    }

    private static AlarmPriority priority(Type type) {
        return switch (type) {
            case NOTIFICATION -> AlarmPriority.LOW;
            case WARNING -> AlarmPriority.MEDIUM;
            case ERROR -> AlarmPriority.HIGH;
        };
    }
}
