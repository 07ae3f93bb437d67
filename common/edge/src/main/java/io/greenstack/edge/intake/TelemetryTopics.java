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

    private final Topics topics;
    private final IoLinkTopics masters;
    private final List<String> filters;

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
