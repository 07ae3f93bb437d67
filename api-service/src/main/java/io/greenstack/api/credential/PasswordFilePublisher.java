package io.greenstack.api.credential;

import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

import org.jboss.logging.Logger;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Keeps the broker's password file as the database says: at start, after each change, and now and then, so that a file that was
 * lost, or written by another replica at the same time, is mended.
 */
@ApplicationScoped
public class PasswordFilePublisher {

    private static final Logger LOG = Logger.getLogger(PasswordFilePublisher.class);

    private final CredentialService credentials;
    private final PasswordFile file;
    private final long checkMillis;
    private ScheduledExecutorService thread;
    private volatile boolean failing;

    @Inject
    public PasswordFilePublisher(CredentialService credentials, CredentialSettings settings) {
        this.credentials = credentials;
        this.file = settings.passwordFile().map(PasswordFile::new).orElse(null);
        this.checkMillis = settings.checkEvery().toMillis();
    }

    void start(@Observes StartupEvent event) {
        if (file != null) {
            thread = Executors.newSingleThreadScheduledExecutor(task -> {
                Thread daemon = new Thread(task, "password-file");
                daemon.setDaemon(true);
                return daemon;
            });
            thread.scheduleWithFixedDelay(this::write, 0, checkMillis, TimeUnit.MILLISECONDS);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        if (thread != null) {
            thread.shutdown();
        }
    }

    void onChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) CredentialEvents.Changed event) {
        if (thread != null && !thread.isShutdown()) {
            thread.execute(this::write);
        }
    }

    private void write() {
        try {
            if (file.write(credentials.hashes())) {
                LOG.debug("The broker's password file is written");
            }
            if (failing) {
                failing = false;
                LOG.info("The broker's password file is written again");
            }
        } catch (IOException | RuntimeException e) {
            if (!failing) {
                failing = true;
                LOG.warnf("The broker's password file cannot be written now and will be later: %s", e.toString());
            }
        }
    }
}
