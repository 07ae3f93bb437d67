package io.greenstack.api.twin;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The values of twins, for features that show them beside others. */
@ApplicationScoped
public class TwinValues {

    private final TwinStore store;

    TwinValues(TwinStore store) {
        this.store = store;
    }

    /**
     * What a device is wanted to have and what it reports; not to be changed.
     *
     * @param desired wanted values
     * @param reported reported values
     */
    public record Values(ObjectNode desired, ObjectNode reported) {}

    /** The values of a device; those of a twin that nobody wrote to yet are empty. */
    public Values of(String deviceId) {
        StoredTwin stored = store.get(deviceId);
        return new Values(stored.twin().desired().values(), stored.twin().reported().values());
    }
}
