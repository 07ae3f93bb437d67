package io.greenstack.bridge.namespace;

import java.util.Map;

import jakarta.inject.Singleton;

import io.greenstack.edge.output.Output;
import io.greenstack.edge.output.OutputCounts;
import io.greenstack.edge.output.OutputReport;

/** Tells of the Sparkplug B edge node. */
@Singleton
class NodeReport implements OutputReport {

    private static final String NAME = "sparkplug-node";
    private static final String GROUP = "MQTT_SPARKPLUG_NODE_GROUP";

    private final NodeSettings settings;
    private final NodeOutput output;
    private final OutputCounts counts;

    NodeReport(NodeSettings settings, NodeOutput output, OutputCounts counts) {
        this.settings = settings;
        this.output = output;
        this.counts = counts;
    }

    @Override
    public Output now() {
        if (!output.on()) {
            return Output.off(NAME, GROUP);
        }
        return new Output(NAME, true, output.topics(),
                Map.of("greenstack.sparkplug-node.max-devices", String.valueOf(settings.maxDevices()),
                        "greenstack.sparkplug-node.max-waiting", String.valueOf(settings.maxWaiting())),
                counts.ofQueue("greenstack.sparkplug.node"));
    }
}
