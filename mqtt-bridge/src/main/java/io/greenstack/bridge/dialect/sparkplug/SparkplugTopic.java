package io.greenstack.bridge.dialect.sparkplug;

import io.greenstack.core.message.PayloadException;
import io.greenstack.core.message.RejectReason;

/**
 * A topic {@code spBv1.0/{group}/{type}/{node}[/{device}]} (Sparkplug 3.0, chapter 4).
 *
 * @param group group id
 * @param type message type
 * @param node edge node id
 * @param device device id, null for messages of the edge node itself
 */
record SparkplugTopic(String group, Type type, String node, String device) {

    static final String NAMESPACE = "spBv1.0";

    /** Messages that edge nodes send. */
    enum Type {
        NBIRTH(false), NDATA(false), NDEATH(false), DBIRTH(true), DDATA(true), DDEATH(true);

        private final boolean ofDevice;

        Type(boolean ofDevice) {
            this.ofDevice = ofDevice;
        }

        /** Whether its topic names a device behind the edge node. */
        boolean ofDevice() {
            return ofDevice;
        }
    }

    /**
     * Takes a topic apart.
     *
     * @throws PayloadException {@link RejectReason#UNKNOWN_TOPIC}
     */
    static SparkplugTopic parse(String topic) {
        String[] levels = topic.split("/", -1);
        for (Type type : Type.values()) {
            if (levels.length == (type.ofDevice ? 5 : 4) && NAMESPACE.equals(levels[0]) && type.name().equals(levels[2])
                    && !levels[1].isEmpty() && !levels[3].isEmpty()) {
                return new SparkplugTopic(levels[1], type, levels[3], type.ofDevice ? levels[4] : null);
            }
        }
        throw new PayloadException(RejectReason.UNKNOWN_TOPIC,
                "Not a Sparkplug topic of an edge node: spBv1.0/{group}/{NBIRTH...DDEATH}/{node}[/{device}]");
    }

    /** Where an edge node takes commands. */
    String commandTopic() {
        return NAMESPACE + "/" + group + "/NCMD/" + node;
    }

    /** The edge node, for state that is kept of it. */
    String nodeKey() {
        return group + "/" + node;
    }
}
