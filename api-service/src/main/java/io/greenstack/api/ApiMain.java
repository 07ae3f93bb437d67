package io.greenstack.api;

import io.greenstack.api.imports.ImportCommand;
import io.greenstack.api.platform.MigrateCommand;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the service, or, with the argument {@code import} or {@code migrate}, a command without the HTTP server. */
@QuarkusMain
public final class ApiMain {

    private ApiMain() {}

    public static void main(String... arguments) {
        if (arguments.length > 0 && ImportCommand.NAME.equals(arguments[0])) {
            System.setProperty("quarkus.http.host-enabled", "false");
            Quarkus.run(ImportCommand.class, arguments);
        } else if (arguments.length > 0 && MigrateCommand.NAME.equals(arguments[0])) {
            System.setProperty("quarkus.http.host-enabled", "false");
            System.setProperty("quarkus.flyway.migrate-at-start", "true");
            Quarkus.run(MigrateCommand.class, arguments);
        } else {
            Quarkus.run(arguments);
        }
    }
}
