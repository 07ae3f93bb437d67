package io.greenstack.api.credential;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** MQTT logins of devices. */
@ConfigMapping(prefix = "greenstack.credentials")
interface CredentialSettings {

    /** The password file that the broker reads; unset where the broker has another source of logins. */
    Optional<Path> passwordFile();

    /** Time between two looks whether the file is still as it should be. */
    @WithDefault("30s")
    Duration checkEvery();

    /** User names of the services, which no device may have. */
    @WithDefault("bridge,ingestion,health,admin")
    Set<String> reserved();
}
