package io.greenstack.api.credential;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import io.greenstack.platform.background.BackgroundTask;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Keeps the broker's password file as the database says: at start, after each change, and now and then, so that a file that was
 * lost, or written by another replica at the same time, is mended.
 */
@ApplicationScoped
class PasswordFilePublisher {

    private final CredentialRepository credentials;
    private final PasswordFile file;
    private final Duration checkEvery;
    private final BackgroundTask task;

    public PasswordFilePublisher(CredentialRepository credentials, CredentialSettings settings) {
        this.credentials = credentials;
        this.file = settings.passwordFile().map(PasswordFile::new).orElse(null);
        this.checkEvery = settings.checkEvery();
        this.task = new BackgroundTask("password-file", this::write, checkEvery);
    }

    void start(@Observes StartupEvent event) {
        if (file != null) {
            task.start(checkEvery);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        task.stop();
    }

    void onChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) CredentialService.LoginsChanged event) {
        if (file != null) {
            task.wake();
        }
    }

    private void write() {
        try {
            file.write(credentials.hashes());
        } catch (IOException e) {
            throw new UncheckedIOException("The broker's password file cannot be written", e);
        }
    }
}
