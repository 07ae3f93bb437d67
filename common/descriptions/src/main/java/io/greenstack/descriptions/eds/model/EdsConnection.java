package io.greenstack.descriptions.eds.model;

import java.util.List;

/**
 * Entry {@code ConnectionN} of [Connection Manager] (CIP Volume 1, clause 7-3.6.10). Empty fields are null, empty sizes
 * and formats {@code NONE}.
 *
 * @param keyword keyword with number: {@code Connection1}
 * @param number N
 * @param triggerAndTransport first word, see {@link TransportWord}; null if missing
 * @param connectionParameters second word, see {@link ConnectionWord}; null if missing
 * @param originatorToTarget data that the device receives
 * @param targetToOriginator data that the device sends
 * @param proxyConfig first part of the configuration data
 * @param targetConfig second part of the configuration data
 * @param help help text, empty if none
 * @param path path for the Forward_Open as written
 * @param safety the fields after the path (safety connections), as written
 */
public record EdsConnection(String keyword, int number, Long triggerAndTransport, Long connectionParameters,
        Side originatorToTarget, Side targetToOriginator, Part proxyConfig, Part targetConfig, String name,
        String help, String path, List<String> safety, int line) {

    /**
     * One direction of the data.
     *
     * @param rpi requested packet interval in microseconds, or the parameter that limits it
     * @param size size in octets
     * @param format the assembly (or other entry) that describes the data
     */
    public record Side(EdsSize rpi, EdsSize size, EdsReference format) {}

    /**
     * A part of the configuration data that goes with the Forward_Open.
     *
     * @param size size in octets
     * @param format the assembly or parameter that describes the data
     */
    public record Part(EdsSize size, EdsReference format) {

        /** True if neither size nor format is given. */
        public boolean isNone() {
            return size.isNone() && format.isNone();
        }
    }

    public EdsConnection {
        safety = List.copyOf(safety);
    }

    /** The first word, decoded. */
    public TransportWord transport() {
        return new TransportWord(triggerAndTransport == null ? 0 : triggerAndTransport);
    }

    /** The second word, decoded. */
    public ConnectionWord parameters() {
        return new ConnectionWord(connectionParameters == null ? 0 : connectionParameters);
    }
}
