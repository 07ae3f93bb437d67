package io.greenstack.generators.nodered;

/** What a flow is for. */
public enum FlowType {
    /** Receives values, events and the state of the connection. */
    MONITORING("node-red-monitoring", "Node-RED flow: monitoring",
            "Receives what the device publishes and decodes it to named values; events and the state of the connection beside them.",
            true, false),
    /** Reads and writes parameters. */
    CONTROL("node-red-control", "Node-RED flow: control",
            "Reads and writes the parameters of the device with commands of the suite, and shows the answers.", false,
            true),
    /** Both, for chosen values and parameters. */
    CUSTOM("node-red-custom", "Node-RED flow: values and parameters of your choice",
            "Monitoring and control in one flow; name the values and parameters that it is to have.", true, true);

    final String generator;
    final String title;
    final String description;
    final boolean monitors;
    final boolean controls;

    FlowType(String generator, String title, String description, boolean monitors, boolean controls) {
        this.generator = generator;
        this.title = title;
        this.description = description;
        this.monitors = monitors;
        this.controls = controls;
    }
}
