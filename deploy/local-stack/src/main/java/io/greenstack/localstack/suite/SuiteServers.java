package io.greenstack.localstack.suite;

import java.nio.file.Path;

import io.greenstack.localstack.server.EmbeddedBroker;
import io.greenstack.localstack.server.EmbeddedPostgres;
import io.greenstack.localstack.server.EmbeddedQuestDb;
import io.greenstack.localstack.server.EmbeddedRedis;
import io.greenstack.localstack.server.LocalServers;
import io.greenstack.localstack.server.PasswordFileAccess;
import io.greenstack.localstack.server.ServerSettings;

/** The embedded servers of a suite, with lasting data in its folder. */
final class SuiteServers {

    private SuiteServers() {}

    static LocalServers of(SuiteOptions options) {
        return new LocalServers(new EmbeddedPostgres(settings(options, SuitePort.POSTGRES, "postgres-18")),
                new EmbeddedRedis(settings(options, SuitePort.REDIS, "redis")),
                new EmbeddedBroker(settings(options, SuitePort.MQTT, "broker"),
                        new PasswordFileAccess(passwordFile(options), "devices")),
                new EmbeddedQuestDb(settings(options, SuitePort.STORE, "questdb")));
    }

    /** Where the api-service writes the logins of devices, and the broker reads them. */
    static Path passwordFile(SuiteOptions options) {
        return options.data().resolve("mqtt-logins");
    }

    private static ServerSettings settings(SuiteOptions options, SuitePort port, String folder) {
        return ServerSettings.lasting(options.data().resolve(folder), options.port(port));
    }
}
