package io.greenstack.localstack.suite;

import java.util.Map;

/** The three services of a suite as processes. */
record SuiteServices(ServiceProcess api, ServiceProcess bridge, ServiceProcess ingestion) {

    private static final int HEAP_MEGABYTES = 384;

    static SuiteServices of(SuiteOptions options, ServiceEnvironment environment) {
        int bridgePort = options.port(SuitePort.BRIDGE);
        int ingestionPort = options.port(SuitePort.INGESTION);
        return new SuiteServices(
                service(options, SuitePort.API, environment.api(bridgePort, ingestionPort)),
                service(options, SuitePort.BRIDGE, environment.edge(bridgePort, "mqtt-bridge-local")),
                service(options, SuitePort.INGESTION, environment.edge(ingestionPort, "influx-ingestion-local")));
    }

    private static ServiceProcess service(SuiteOptions options, SuitePort port, Map<String, String> environment) {
        String name = port.user();
        return new ServiceProcess(new ServiceSpec(name,
                ServiceSpec.packageOf(options.root().resolve(name)), options.data(),
                options.logs().resolve(name + ".log"), options.port(port), environment,
                Jvm.quickStart(HEAP_MEGABYTES)));
    }
}
