package io.greenstack.bridge.platform;

import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.greenstack.edge.mqtt.MqttProbe;
import io.greenstack.platform.health.DependencyProbe;
import io.greenstack.platform.health.DependencyState;

/** The broker: up while every lane is connected with its subscription granted. */
@Singleton
public class MqttDependency implements DependencyProbe {

    private final Lanes lanes;

    @Inject
    MqttDependency(Lanes lanes) {
        this.lanes = lanes;
    }

    @Override
    public DependencyState state() {
        boolean up = true;
        List<String> details = new ArrayList<>();
        for (var lane : lanes.status().entrySet()) {
            DependencyState state = MqttProbe.of(lane.getValue());
            up &= state.up();
            if (state.detail() != null) {
                details.add(lane.getKey().label() + ": " + state.detail());
            }
        }
        return new DependencyState(MqttProbe.NAME, up, true, details.isEmpty() ? null : String.join("; ", details));
    }
}
