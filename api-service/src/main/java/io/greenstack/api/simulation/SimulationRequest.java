package io.greenstack.api.simulation;

import java.util.Map;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A device to simulate.
 *
 * @param descriptionId description that it is made of
 * @param deviceId its id; absent: made of the product's name
 * @param name name for people; absent: the product with a note
 * @param intervalMs time between two readings; absent: 1,000 ms
 * @param parameters values of parameters that conditions of the description refer to, such as {@code {"V_Unit":1}}
 * @param events whether events come and go now and then; absent: true
 */
record SimulationRequest(@NotNull Long descriptionId, @Size(min = 1, max = 64) String deviceId,
        @Size(max = 200) String name, @Min(200) @Max(3_600_000) Integer intervalMs,
        @Size(max = 50) Map<@Size(max = 200) String, @NotNull Long> parameters, Boolean events) {}
