package io.greenstack.bridge.namespace;

import java.util.Map;

import jakarta.inject.Singleton;

import io.greenstack.edge.output.Output;
import io.greenstack.edge.output.OutputCounts;
import io.greenstack.edge.output.OutputReport;

/** Tells of the topics of the plant. */
@Singleton
class NamespaceReport implements OutputReport {

    private static final String NAME = "namespace";
    private static final String TEMPLATE = "MQTT_NAMESPACE_TEMPLATE";

    private final NamespaceSettings settings;
    private final NamespaceOutput output;
    private final OutputCounts counts;

    NamespaceReport(NamespaceSettings settings, NamespaceOutput output, OutputCounts counts) {
        this.settings = settings;
        this.output = output;
        this.counts = counts;
    }

    @Override
    public Output now() {
        if (!output.on()) {
            return Output.off(NAME, TEMPLATE);
        }
        return new Output(NAME, true, settings.template().orElse(""),
                Map.of("MQTT_NAMESPACE_RETAIN", String.valueOf(settings.retain()), "MQTT_NAMESPACE_ON_CHANGE",
                        String.valueOf(settings.onChange()), "greenstack.namespace.max-waiting",
                        String.valueOf(settings.maxWaiting())),
                counts.ofQueue("greenstack.namespace"));
    }
}
