package io.greenstack.generators.registry;

import java.util.List;
import java.util.Optional;

import io.greenstack.generators.Generator;
import io.greenstack.generators.asyncapi.AsyncApiGenerator;
import io.greenstack.generators.client.CurlGenerator;
import io.greenstack.generators.client.PythonGenerator;
import io.greenstack.generators.client.TypeScriptGenerator;
import io.greenstack.generators.grafana.AlertRulesGenerator;
import io.greenstack.generators.grafana.DashboardGenerator;
import io.greenstack.generators.nodered.FlowGenerator;
import io.greenstack.generators.nodered.FlowType;
import io.greenstack.generators.plc.StructuredTextGenerator;
import io.greenstack.generators.prometheus.PrometheusRulesGenerator;

/** The generators there are. A new one is a class and a line here. */
public final class Generators {

    private static final List<Generator> ALL = List.of(new FlowGenerator(FlowType.MONITORING),
            new FlowGenerator(FlowType.CONTROL), new FlowGenerator(FlowType.CUSTOM), new DashboardGenerator(),
            new AlertRulesGenerator(), new PrometheusRulesGenerator(), new AsyncApiGenerator(),
            new StructuredTextGenerator(), new PythonGenerator(), new TypeScriptGenerator(), new CurlGenerator());

    private Generators() {}

    /** All, in the order of screens. */
    public static List<Generator> all() {
        return ALL;
    }

    /** The generator of a name, empty if there is none. */
    public static Optional<Generator> find(String id) {
        return ALL.stream().filter(generator -> generator.id().equals(id)).findFirst();
    }
}
