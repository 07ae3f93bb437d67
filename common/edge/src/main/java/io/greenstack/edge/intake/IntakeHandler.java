package io.greenstack.edge.intake;

/**
 * What a service does with the messages of a batch. A message of which it says nothing comes again.
 */
@FunctionalInterface
public interface IntakeHandler {

    /**
     * Handles messages, oldest first. Whatever it wrote may be written again, so its writes are idempotent.
     *
     * @throws PauseException while a dependency is away: all messages come again. So do those of a call that fails for want of
     *         a dependency (no connection, no answer in time, breaker open)
     * @throws RuntimeException anything else is a failure over one of the messages: {@link Intake} looks for it
     */
    void handle(IntakeBatch batch) throws InterruptedException;
}
