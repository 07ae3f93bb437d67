package io.greenstack.generators;

import java.util.Objects;

/**
 * Where the suite is, as clients see it.
 *
 * @param apiUrl URL of the API without a slash at its end
 * @param brokerHost host of the broker
 * @param brokerPort port of the broker
 * @param topicPrefix first level of the topics, {@code devices} unless configured otherwise
 */
public record Site(String apiUrl, String brokerHost, int brokerPort, String topicPrefix) {

    public Site {
        Objects.requireNonNull(apiUrl, "apiUrl");
        Objects.requireNonNull(brokerHost, "brokerHost");
        Objects.requireNonNull(topicPrefix, "topicPrefix");
    }
}
