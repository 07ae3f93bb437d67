package io.greenstack.api.health;

import java.util.Map;

import io.greenstack.descriptions.Sparse;

/**
 * A place where an instance of an edge service sends decoded values.
 *
 * @param service whose it is
 * @param instance which instance, host:port
 * @param name what it is: influxdb, kafka, namespace or sparkplug-node
 * @param on whether it is switched on
 * @param target where values go: an address or topics, never with a secret; absent while it is off
 * @param settings what it was set up with, by the names in the configuration; while it is off the setting that switches it on
 * @param counters counts since the instance started (sent, refused, failed, dropped), and how much waits now
 * @param detail why the instance could not be asked; then only service and instance are there
 */
record OutputView(String service, String instance, String name, Boolean on, String target,
        Map<String, String> settings, Map<String, Long> counters, String detail) implements Sparse {

    static OutputView unknown(String service, String instance, String detail) {
        return new OutputView(service, instance, null, null, null, null, null, detail);
    }
}
