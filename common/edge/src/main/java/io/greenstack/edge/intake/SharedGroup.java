package io.greenstack.edge.intake;

import io.greenstack.platform.config.MqttConfig;

/**
 * The group in which the replicas of one service share a subscription. The broker gives each message to one member of a group.
 * Bridge and ingestion both need all telemetry, and one ConfigMap may configure both: so each has a group of its own.
 */
public final class SharedGroup {

    private SharedGroup() {}

    /** The configured group with the name of the service, null where nothing is shared. */
    public static String of(MqttConfig config) {
        return config.sharedGroup().filter(group -> !group.isBlank())
                .map(group -> group.strip() + "-" + config.service())
                .orElse(null);
    }
}
