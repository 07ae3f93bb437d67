package io.greenstack.localstack.suite;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * What can be set at the start, from system properties that begin with "greenstack.".
 *
 * @param root checkout of the project: the services' packages and the sample files are below it
 * @param data folder of all data and logs
 * @param ports TCP port of each server and service, all different
 * @param simulators whether the simulated devices run
 * @param parent process id that the suite must not outlive, 0 = none
 */
public record SuiteOptions(Path root, Path data, Map<SuitePort, Integer> ports, boolean simulators, long parent) {

    static final String PREFIX = "greenstack.";
    static final String ROOT = PREFIX + "root";
    static final String DATA = PREFIX + "data";
    static final String SIMULATORS = PREFIX + "simulators";
    static final String PARENT = PREFIX + "parent";
    static final String NATIVE = PREFIX + "native";

    private static final int MAX_PORT = 65_535;

    public SuiteOptions {
        ports = Map.copyOf(ports);
    }

    /**
     * Reads and checks the options.
     *
     * @throws SuiteException with every mistake in one message
     */
    public static SuiteOptions of(Properties properties) {
        List<String> mistakes = new ArrayList<>();
        unknown(properties).forEach(name -> mistakes.add("-D" + name + ": there is no such option"));
        Path root = Path.of(properties.getProperty(ROOT, "")).toAbsolutePath().normalize();
        Path data = root.resolve(text(properties, DATA, ".greenstack")).normalize();
        Map<SuitePort, Integer> ports = ports(properties, mistakes);
        boolean simulators = flag(properties, SIMULATORS, mistakes);
        long parent = Long.parseLong(properties.getProperty(PARENT, "0"));
        if (!mistakes.isEmpty()) {
            throw new SuiteException(SuiteException.USAGE, String.join(System.lineSeparator(), mistakes)
                    + System.lineSeparator() + System.lineSeparator() + help());
        }
        return new SuiteOptions(root, data, ports, simulators, parent);
    }

    private static String text(Properties properties, String name, String fallback) {
        String value = properties.getProperty(name, "").trim();
        return value.isEmpty() ? fallback : value;
    }

    private static Set<String> unknown(Properties properties) {
        Set<String> unknown = new TreeSet<>();
        for (String name : properties.stringPropertyNames()) {
            if (name.startsWith(PREFIX) && !known().contains(name)) {
                unknown.add(name);
            }
        }
        return unknown;
    }

    private static Set<String> known() {
        Set<String> known = new TreeSet<>(List.of(ROOT, DATA, SIMULATORS, PARENT, NATIVE));
        for (SuitePort port : SuitePort.values()) {
            known.add(port.option());
        }
        return known;
    }

    private static Map<SuitePort, Integer> ports(Properties properties, List<String> mistakes) {
        Map<SuitePort, Integer> ports = new EnumMap<>(SuitePort.class);
        for (SuitePort port : SuitePort.values()) {
            String value = text(properties, port.option(), Integer.toString(port.standard()));
            int number = value.matches("\\d{1,5}") ? Integer.parseInt(value) : 0;
            if (number < 1 || number > MAX_PORT) {
                mistakes.add("-D" + port.option() + "=" + value + ": a port is a number from 1 to " + MAX_PORT);
            }
            for (Map.Entry<SuitePort, Integer> other : ports.entrySet()) {
                if (number > 0 && other.getValue() == number) {
                    mistakes.add("-D" + port.option() + "=" + value + ": " + other.getKey().user()
                            + " has this port already (-D" + other.getKey().option() + ")");
                }
            }
            ports.put(port, number);
        }
        return ports;
    }

    private static boolean flag(Properties properties, String name, List<String> mistakes) {
        String value = text(properties, name, "true");
        if (!value.equals("true") && !value.equals("false")) {
            mistakes.add("-D" + name + "=" + value + ": say true or false");
        }
        return value.equals("true");
    }

    /** One line for each option. */
    static String help() {
        StringBuilder help = new StringBuilder("Options:").append(System.lineSeparator());
        line(help, DATA + "=FOLDER", "data and logs (.greenstack)");
        line(help, SIMULATORS + "=false", "without the simulated devices (true)");
        for (SuitePort port : SuitePort.values()) {
            line(help, port.option() + "=PORT", port.user() + " (" + port.standard() + ")");
        }
        return help.toString().stripTrailing();
    }

    private static void line(StringBuilder help, String option, String meaning) {
        help.append(String.format("  -D%-32s %s%n", option, meaning));
    }

    public int port(SuitePort port) {
        return ports.get(port);
    }

    /** Folder of the log files. */
    public Path logs() {
        return data.resolve("logs");
    }
}
