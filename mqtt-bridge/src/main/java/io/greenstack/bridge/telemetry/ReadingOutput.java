package io.greenstack.bridge.telemetry;

import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Singleton;

import io.greenstack.bridge.namespace.NamespaceOutput;
import io.greenstack.bridge.namespace.NamespaceReading;
import io.greenstack.bridge.namespace.NamespaceValue;
import io.greenstack.bridge.namespace.NodeOutput;
import io.greenstack.bridge.telemetry.LiveView.Result;
import io.greenstack.bridge.telemetry.LiveView.Written;

/** Hands what is new in the live view to those who read the values from the broker. */
@Singleton
class ReadingOutput {

    private final NamespaceOutput output;
    private final NodeOutput node;

    ReadingOutput(NamespaceOutput output, NodeOutput node) {
        this.output = output;
        this.node = node;
    }

    /** @param results what became of each in the live view; what is older than it is no news */
    void offer(List<LiveReading> readings, List<Written> results) {
        if (!output.on() && !node.on()) {
            return;
        }
        List<NamespaceReading> news = new ArrayList<>(readings.size());
        for (int i = 0; i < readings.size(); i++) {
            LiveReading reading = readings.get(i);
            if (results.get(i).result() == Result.APPLIED && !reading.ageUnknown() && !reading.values().isEmpty()) {
                news.add(new NamespaceReading(reading.deviceId(), reading.time().time(),
                        reading.values().stream().map(value -> new NamespaceValue(value.key(), value.value(),
                                value.unit(), value.label(), value.status())).toList()));
            }
        }
        output.offer(news);
        node.offer(news);
    }
}
