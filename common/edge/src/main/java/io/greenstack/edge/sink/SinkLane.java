package io.greenstack.edge.sink;

import java.util.ArrayList;
import java.util.List;

import io.greenstack.core.message.TopicKind;
import io.greenstack.core.message.Topics;
import io.greenstack.edge.intake.DeviceTimes;
import io.greenstack.edge.intake.Intake;
import io.greenstack.edge.intake.SharedGroup;
import io.greenstack.edge.intake.TelemetryTopics;
import io.greenstack.edge.lane.Lane;
import io.greenstack.edge.lane.LanePlan;
import io.greenstack.edge.mqtt.IngressSettings;
import io.greenstack.edge.replay.ReplayHandler;
import io.greenstack.edge.replay.ReplayRoutes;
import io.greenstack.platform.config.MqttConfig;
import io.greenstack.platform.deadletter.DeadLetter;
import io.greenstack.platform.layout.LayoutSource;

/** The only lane of a service that takes telemetry and events to a sink; its dead letters go the same way. */
public final class SinkLane implements LanePlan, ReplayRoutes {

    private final Lane lane;
    private final ReplayHandler replays;

    /**
     * @param sink where everything goes
     * @param times what the times of messages are worth
     * @param layouts what is known of process data
     * @param strangers what is kept of devices that are not registered
     * @param intake accounts for the messages
     */
    public SinkLane(Sink sink, MqttConfig config, Topics topics, TelemetryTopics telemetryTopics,
            DeviceTimes times, LayoutSource layouts, Strangers strangers, Intake intake) {
        List<String> filters = new ArrayList<>(telemetryTopics.filters());
        filters.add(topics.filter(TopicKind.EVENTS, SharedGroup.of(config)));
        this.lane = new Lane("", filters, IngressSettings.limits(config.ingress()), intake.handler("telemetry",
                new SinkHandler(topics, telemetryTopics, times, layouts, strangers, sink)));
        this.replays = ReplayHandler.of(lane.handler());
    }

    @Override
    public List<Lane> lanes() {
        return List.of(lane);
    }

    @Override
    public ReplayHandler handler(DeadLetter letter) {
        return replays;
    }
}
