package io.greenstack.ingestion.telemetry;

import java.util.List;

import io.greenstack.core.message.EventMessage;
import io.greenstack.core.message.RawProcessData;
import io.greenstack.core.message.TelemetryMessage;

/** What a message says. */
sealed interface Content {

    /** Values, named or raw. */
    record Values(TelemetryMessage message) implements Content {

        /** Whether it takes a layout to understand them. */
        boolean raw() {
            return message instanceof RawProcessData;
        }
    }

    /** Events in their order. */
    record Events(List<EventMessage> events) implements Content {

        public Events {
            events = List.copyOf(events);
        }
    }
}
