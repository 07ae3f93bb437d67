package io.greenstack.api.redecode;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.greenstack.api.redecode.RedecodeView.State;

/**
 * A job that waits or is worked on.
 *
 * @param ended is told whether all of it is on its way to ingestion
 */
record RedecodeJob(String id, List<String> devices, Instant from, Instant to, Consumer<Boolean> ended) {

    /** A job of which nobody wants to be told. */
    RedecodeJob(String id, List<String> devices, Instant from, Instant to) {
        this(id, devices, from, to, all -> {});
    }

    Map<String, String> notes(State state, int devicesRead, String detail) {
        Map<String, String> notes = new HashMap<>();
        notes.put("state", state.name());
        notes.put("devices", Integer.toString(devices.size()));
        notes.put("devices_read", Integer.toString(devicesRead));
        if (detail != null) {
            notes.put("detail", detail);
        }
        return notes;
    }
}
