package io.greenstack.localstack.suite;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * What is needed to run one service as a process.
 *
 * @param name name of the service and of its log file
 * @param program {@code quarkus-run.jar} of its package, or its native executable
 * @param folder working folder
 * @param log file that its output is appended to
 * @param port HTTP port on loopback
 * @param environment its configuration; takes the place of every variable of {@link ServiceEnvironment#VARIABLES}
 * @param jvmOptions options of its JVM; a native executable has none
 */
public record ServiceSpec(String name, Path program, Path folder, Path log, int port, Map<String, String> environment,
        List<String> jvmOptions) {

    public ServiceSpec {
        environment = Map.copyOf(environment);
        jvmOptions = List.copyOf(jvmOptions);
    }

    /**
     * What a module was packaged to: its jar, or with {@code -Dgreenstack.native=true} its native executable. Whether it
     * exists shows at the start.
     */
    public static Path packageOf(Path module) {
        Path target = module.resolve("target");
        return Boolean.getBoolean("greenstack.native")
                ? executable(target)
                : target.resolve("quarkus-app/quarkus-run.jar");
    }

    private static Path executable(Path target) {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(target, "*-runner")) {
            return found.iterator().next();
        } catch (IOException | NoSuchElementException e) {
            return target.resolve("native-runner");
        }
    }

    /** Program and arguments. */
    List<String> command() {
        if (!program.toString().endsWith(".jar")) {
            return List.of(program.toString());
        }
        List<String> command = new ArrayList<>();
        command.add(Jvm.executable());
        command.addAll(jvmOptions);
        command.add("-jar");
        command.add(program.toString());
        return command;
    }

    String url() {
        return "http://localhost:" + port;
    }

    /** Where its operators ask for health and metrics: the port of their own, where it has one. */
    String managementUrl() {
        return "http://127.0.0.1:"
                + environment.getOrDefault(ServiceEnvironment.MANAGEMENT_PORT, Integer.toString(port));
    }

    String readiness() {
        return managementUrl() + "/q/health/ready";
    }

    /** Changes an inherited environment so that only our own values configure the service. */
    void applyTo(Map<String, String> inherited) {
        inherited.keySet().removeAll(ServiceEnvironment.VARIABLES);
        inherited.keySet().removeIf(name -> name.startsWith("QUARKUS_"));
        inherited.putAll(environment);
    }
}
