package io.greenstack.edge.intake;

import java.util.ArrayList;
import java.util.List;

import io.greenstack.core.message.DeviceId;
import io.greenstack.core.message.DeviceTopic;
import io.greenstack.core.message.IoLinkTopics;
import io.greenstack.core.message.PayloadException;
import io.greenstack.core.message.RejectReason;
import io.greenstack.core.message.TopicKind;
import io.greenstack.core.message.Topics;
import io.greenstack.platform.config.MqttConfig;

/** The topics that carry telemetry: our own, and those of JSON-for-IO-Link masters where that is configured. */
public final class TelemetryTopics {

    private static final int PLACES = 4096;
    private static final int LONGEST_KEPT = 256;

    private final Topics topics;
    /**
     * Topics that came last, a place for each hash: each comes again with every message of its device, and its id stays the same
     * text. Safe for several threads, since entries never change; a lost update costs one more parsing.
     */
    private final Known[] known = new Known[PLACES];
    private final IoLinkTopics masters;
    private final List<String> filters;

    private record Known(String topic, DeviceId device) {}

    /** @param config topic prefix, originator of IO-Link masters, group of a shared subscription */
    public TelemetryTopics(MqttConfig config) {
        String group = SharedGroup.of(config);
        this.topics = new Topics(config.topicPrefix());
        this.masters = config.iolinkOriginator().filter(originator -> !originator.isBlank())
                .map(originator -> new IoLinkTopics(originator, config.iolinkWithOriginator())).orElse(null);
        List<String> wanted = new ArrayList<>();
        wanted.add(topics.filter(TopicKind.TELEMETRY, group));
        if (masters != null) {
            wanted.add(masters.filter(group));
        }
        this.filters = List.copyOf(wanted);
    }

    /** The filters to subscribe to. */
    public List<String> filters() {
        return filters;
    }

    /**
     * The device of a topic.
     *
     * @throws PayloadException if the topic is none of ours or names no valid device
     */
    public DeviceId device(String topic) {
        int place = (topic.hashCode() * 0x9E3779B9) >>> 20;
        Known last = known[place];
        if (last != null && last.topic.equals(topic)) {
            return last.device;
        }
        DeviceId device = parse(topic);
        if (topic.length() <= LONGEST_KEPT) {
            known[place] = new Known(topic, device);
        }
        return device;
    }

    private DeviceId parse(String topic) {
        DeviceTopic parsed;
        try {
            parsed = topics.parse(topic);
        } catch (PayloadException e) {
            if (masters == null || !RejectReason.UNKNOWN_TOPIC.equals(e.reason())) {
                throw e;
            }
            parsed = masters.parse(topic);
        }
        if (parsed.kind() != TopicKind.TELEMETRY) {
            throw new PayloadException(RejectReason.UNKNOWN_TOPIC, "Not a telemetry topic");
        }
        return parsed.deviceId();
    }
}
