package io.greenstack.localstack.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The one screen that says what runs, what to open, what to try and how to stop. */
final class Screen {

    static final int WIDTH = 100;

    private final SuiteOptions options;

    Screen(SuiteOptions options) {
        this.options = options;
    }

    /**
     * What the examples use.
     *
     * @param device a simulated device, or any id when there is none
     * @param descriptionId id of its description
     * @param hex process data of the device
     */
    record Example(String device, long descriptionId, String hex) {}

    /**
     * @param seconds how long the start took
     * @param simulated ids of the simulated devices
     */
    String text(double seconds, List<String> simulated, Example example) {
        String api = "http://localhost:" + options.port(SuitePort.API);
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(String.format(Locale.ROOT, "GreenStack is running (started in %.1f s).", seconds));
        lines.add("");
        lines.add("  Open");
        row(lines, "Web UI", api + "/");
        row(lines, "API description", api + "/docs");
        row(lines, "Devices", api + "/api/devices");
        row(lines, "Time series (SQL)", "http://localhost:" + options.port(SuitePort.STORE));
        row(lines, "Health", api + "/api/health   also on ports " + options.port(SuitePort.BRIDGE) + " and "
                + options.port(SuitePort.INGESTION) + ": /health");
        row(lines, "Servers", "MQTT localhost:" + options.port(SuitePort.MQTT) + "   PostgreSQL localhost:"
                + options.port(SuitePort.POSTGRES) + "   Redis localhost:" + options.port(SuitePort.REDIS));
        lines.add("");
        lines.add("  Try");
        String device = api + "/api/devices/" + example.device();
        lines.add("    curl -s " + device + "/telemetry/latest");
        lines.add("    curl -s " + device + "/telemetry/history");
        lines.add("    curl -s " + api + "/api/descriptions/" + example.descriptionId()
                + "/decode -H 'Content-Type: application/json' \\");
        lines.add("         -d '{\"hex\":\"" + example.hex() + "\"}'");
        lines.add("    mosquitto_pub -p " + options.port(SuitePort.MQTT) + " -q 1 -t devices/" + example.device()
                + "/telemetry \\");
        lines.add("         -m '{\"processDataIn\":\"" + example.hex() + "\",\"valid\":true}'");
        lines.add("");
        row(lines, "Simulated devices", simulated.isEmpty()
                ? "none (-D" + SuiteOptions.SIMULATORS + "=false)"
                : String.join(", ", simulated) + ": raw process data every second");
        row(lines, "Data", options.data().toString());
        row(lines, "Logs", options.logs().toString());
        row(lines, "Stop", "Ctrl-C; the data stay");
        lines.add("");
        lines.add("  Everything is bound to loopback and open to every program on this machine: for trying out only.");
        lines.add("");
        return String.join(System.lineSeparator(), lines);
    }

    private static void row(List<String> lines, String label, String value) {
        lines.add(String.format("    %-18s %s", label, value));
    }
}
