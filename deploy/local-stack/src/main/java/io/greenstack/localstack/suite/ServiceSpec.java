package io.greenstack.localstack.suite;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What is needed to run one service as a process.
 *
 * @param name name of the service and of its log file
 * @param jar {@code quarkus-run.jar} of its package
 * @param folder working folder
 * @param log file that its output is appended to
 * @param port HTTP port on loopback
 * @param environment its configuration; takes the place of every variable of {@link ServiceEnvironment#VARIABLES}
 * @param jvmOptions options of its JVM
 */
public record ServiceSpec(String name, Path jar, Path folder, Path log, int port, Map<String, String> environment,
        List<String> jvmOptions) {

    public ServiceSpec {
        environment = Map.copyOf(environment);
        jvmOptions = List.copyOf(jvmOptions);
    }

    String url() {
        return "http://localhost:" + port;
    }

    String readiness() {
        return "http://127.0.0.1:" + port + "/q/health/ready";
    }

    /** Changes an inherited environment so that only our own values configure the service. */
    void applyTo(Map<String, String> inherited) {
        inherited.keySet().removeAll(ServiceEnvironment.VARIABLES);
        inherited.keySet().removeIf(name -> name.startsWith("QUARKUS_"));
        inherited.putAll(environment);
    }
}
