package io.greenstack.edge.mqtt;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads PUBLISH as nearly every one is: QoS 0 or 1 and without properties (MQTT 3.1.1 and 5, 3.3). All others are left to the
 * codec. Names of topics come again with every message of a device, so they are kept: a place for each hash, so that memory is
 * bounded. Not thread-safe.
 */
final class PublishReader {

    private static final int PUBLISH = 3;
    private static final int PLACES = 4096;
    private static final int LONGEST_KEPT = 160;

    /** Takes what was read. */
    interface Publishes {

        /** @param packetId 0 for QoS 0 */
        void arrived(int packetId, String topic, byte[] payload, int qos, boolean retained, boolean duplicate);
    }

    private record Name(byte[] octets, String text) {}

    private final boolean withProperties;
    private final Name[] names = new Name[PLACES];

    /** @param withProperties whether it is MQTT 5, where a packet says how long its properties are */
    PublishReader(boolean withProperties) {
        this.withProperties = withProperties;
    }

    /**
     * Reads a complete packet.
     *
     * @param first octet of the packet
     * @param from where its variable header begins
     * @param to behind its last octet
     * @return false if it is none that can be read here; nothing has been told then
     */
    boolean read(byte[] octets, int first, int from, int to, Publishes publishes) {
        int qos = first >> 1 & 3;
        if (first >> 4 != PUBLISH || qos > 1 || to - from < 2) {
            return false;
        }
        int topic = from + 2;
        int topicEnd = topic + unsignedShort(octets, from);
        int behind = topicEnd + (qos == 0 ? 0 : 2);
        int payload = behind + (withProperties ? 1 : 0);
        if (payload > to || withProperties && octets[behind] != 0) {
            return false;
        }
        int packetId = qos == 0 ? 0 : unsignedShort(octets, topicEnd);
        String name = qos > 0 && packetId == 0 ? null : name(octets, topic, topicEnd);
        if (name == null) {
            return false;
        }
        publishes.arrived(packetId, name, Arrays.copyOfRange(octets, payload, to), qos, (first & 1) != 0,
                (first & 8) != 0);
        return true;
    }

    private static int unsignedShort(byte[] octets, int at) {
        return (octets[at] & 0xFF) << 8 | octets[at + 1] & 0xFF;
    }

    /** A name of a topic; null if it is none, or not of ASCII only. */
    private String name(byte[] octets, int from, int to) {
        int hash = to - from;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + octets[i];
        }
        int place = (hash * 0x9E3779B9) >>> 20;
        Name known = names[place];
        if (known != null && Arrays.equals(known.octets, 0, known.octets.length, octets, from, to)) {
            return known.text;
        }
        if (!plain(octets, from, to)) {
            return null;
        }
        String text = new String(octets, from, to - from, StandardCharsets.US_ASCII);
        if (text.length() <= LONGEST_KEPT) {
            names[place] = new Name(Arrays.copyOfRange(octets, from, to), text);
        }
        return text;
    }

    private static boolean plain(byte[] octets, int from, int to) {
        for (int i = from; i < to; i++) {
            if (octets[i] <= 0 || octets[i] == '+' || octets[i] == '#') {
                return false;
            }
        }
        return to > from;
    }
}
