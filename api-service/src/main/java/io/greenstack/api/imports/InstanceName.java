package io.greenstack.api.imports;

import java.net.InetAddress;
import java.net.UnknownHostException;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Name of this instance of the service, the same after a restart: host and port. A command line has no port and is told apart
 * by its process.
 */
@ApplicationScoped
class InstanceName {

    private final String name;

    InstanceName(@ConfigProperty(name = "quarkus.http.host-enabled", defaultValue = "true") boolean serving,
            @ConfigProperty(name = "quarkus.http.port", defaultValue = "8080") int port) {
        this.name = host() + ":" + (serving ? Integer.toString(port) : "process-" + ProcessHandle.current().pid());
    }

    private static String host() {
        String name = System.getenv("HOSTNAME");
        if (name != null && !name.isBlank()) {
            return name;
        }
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    String name() {
        return name;
    }
}
