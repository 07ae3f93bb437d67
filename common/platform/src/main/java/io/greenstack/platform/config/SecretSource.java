package io.greenstack.platform.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

import org.jboss.logging.Logger;

/**
 * A secret that may change while a service runs: the text of a file, which is read anew at most once a second. So a token is
 * rotated by writing the file, or the Kubernetes secret behind it. While the file cannot be read the last text counts. Safe for
 * several threads.
 */
public final class SecretSource implements Supplier<Optional<String>> {

    private static final Logger LOG = Logger.getLogger(SecretSource.class);
    private static final long AGE = Duration.ofSeconds(1).toNanos();

    private final Path file;
    private volatile Read last;

    private record Read(Optional<String> secret, long at) {}

    /**
     * @param fixed the secret where there is no file
     * @param file counts before the fixed one
     */
    public SecretSource(Optional<String> fixed, Optional<Path> file) {
        this.file = file.filter(path -> !path.toString().isBlank()).orElse(null);
        this.last = new Read(fixed.filter(secret -> !secret.isBlank()), System.nanoTime() - AGE);
    }

    /** The secret as it is now; empty where there is none. */
    @Override
    public Optional<String> get() {
        Read read = last;
        if (file == null || System.nanoTime() - read.at < AGE) {
            return read.secret;
        }
        Optional<String> secret = read.secret;
        try {
            secret = Optional.of(Files.readString(file, StandardCharsets.UTF_8).strip())
                    .filter(text -> !text.isEmpty());
            if (!secret.equals(read.secret)) {
                LOG.infof("The secret in %s is new", file);
            }
        } catch (IOException e) {
            LOG.warnf("The secret cannot be read (%s); the last one counts", e);
        }
        last = new Read(secret, System.nanoTime());
        return secret;
    }
}
