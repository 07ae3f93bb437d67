package io.greenstack.api.simulation;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.greenstack.descriptions.Sparse;

/**
 * A simulated device.
 *
 * @param deviceId its id
 * @param name name for people
 * @param descriptionId description that it is made of
 * @param intervalMs time between two readings
 * @param parameters values of parameters that conditions refer to
 * @param events whether events come and go now and then
 * @param fields fields of its process data, with the special values that it can be made to show
 * @param instead what it shows instead of what it would, by field
 * @param insteadUntil until when
 * @param startedAt since when it is there
 * @param startedBy who made it
 */
@Schema(name = "Simulation")
record SimulationView(String deviceId, String name, long descriptionId, int intervalMs, Map<String, Long> parameters,
        boolean events, List<FieldChoice> fields, Map<String, Object> instead, Instant insteadUntil, Instant startedAt,
        String startedBy) implements Sparse {

    /**
     * A field of the process data.
     *
     * @param key its key
     * @param unit its unit, absent if it has none
     * @param labels texts that it can show
     * @param specials special values that it can show, such as {@code no_data}
     */
    @Schema(name = "SimulationField")
    record FieldChoice(String key, String unit, List<String> labels, List<String> specials) implements Sparse {}
}
