package io.greenstack.bridge.dialect;

import java.util.concurrent.CompletionStage;

/** Way to the broker. */
@FunctionalInterface
public interface Publisher {

    /** Publishes; completes when the broker has acknowledged it, fails when it cannot be reached. */
    CompletionStage<Void> publish(Publication publication);
}
