package io.greenstack.localstack.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where an embedded server listens and stores.
 *
 * @param folder folder of this server's data, created when missing
 * @param port TCP port on loopback, 1 to 65535
 * @param temporary whether the folder is removed by {@link EmbeddedServer#close()}; such servers also save the time
 *        that flushing to disk costs
 */
public record ServerSettings(Path folder, int port, boolean temporary) {

    public ServerSettings {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("port must be 1 to 65535, not " + port);
        }
        folder = folder.toAbsolutePath().normalize();
    }

    /** Data that outlive the process. */
    public static ServerSettings lasting(Path folder, int port) {
        return new ServerSettings(folder, port, false);
    }

    /** A new temporary folder and a free port, for tests. */
    public static ServerSettings forTests(String name) {
        try {
            return new ServerSettings(Files.createTempDirectory("greenstack-" + name + "-"), Ports.free(), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A temporary folder on a given port, for tests that restart clients against it. */
    public static ServerSettings forTests(String name, int port) {
        return new ServerSettings(forTests(name).folder(), port, true);
    }
}
