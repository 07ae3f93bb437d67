package io.greenstack.edge.output;

import java.util.Map;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A place where decoded values go.
 *
 * @param name what it is, such as {@code influxdb}
 * @param on whether it is switched on
 * @param target where values go: an address or topics, never with a secret; null while it is off
 * @param settings what it was set up with, by the names of the settings in the configuration
 * @param counters counts since the start, and how much waits now
 */
@RegisterForReflection
public record Output(String name, boolean on, String target, Map<String, String> settings,
        Map<String, Long> counters) {

    /** One that is switched off; {@code setting} is the environment variable that switches it on. */
    public static Output off(String name, String setting) {
        return new Output(name, false, null, Map.of(setting, ""), Map.of());
    }
}
