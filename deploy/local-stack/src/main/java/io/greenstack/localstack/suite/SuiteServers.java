package io.greenstack.localstack.suite;

import io.greenstack.localstack.server.EmbeddedBroker;
import io.greenstack.localstack.server.EmbeddedPostgres;
import io.greenstack.localstack.server.EmbeddedQuestDb;
import io.greenstack.localstack.server.EmbeddedRedis;
import io.greenstack.localstack.server.LocalServers;
import io.greenstack.localstack.server.ServerSettings;

/** The embedded servers of a suite, with lasting data in its folder. */
final class SuiteServers {

    private SuiteServers() {}

    static LocalServers of(SuiteOptions options) {
        return new LocalServers(new EmbeddedPostgres(settings(options, SuitePort.POSTGRES, "postgres-18")),
                new EmbeddedRedis(settings(options, SuitePort.REDIS, "redis")),
                new EmbeddedBroker(settings(options, SuitePort.MQTT, "broker")),
                new EmbeddedQuestDb(settings(options, SuitePort.STORE, "questdb")));
    }

    private static ServerSettings settings(SuiteOptions options, SuitePort port, String folder) {
        return ServerSettings.lasting(options.data().resolve(folder), options.port(port));
    }
}
