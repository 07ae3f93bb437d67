package io.greenstack.bridge.testing;

import java.nio.charset.StandardCharsets;

import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;

import io.greenstack.edge.intake.IntakeBatch;
import io.greenstack.edge.intake.IntakeHandler;

/** Makes every handler fail over a batch with a message that says so, as a defect in it would. */
@Decorator
@Priority(1)
public class ExplodingHandlers implements IntakeHandler {

    /** What such a message has in its payload. */
    public static final String MARK = "explode";

    private final IntakeHandler handler;

    @Inject
    public ExplodingHandlers(@Any @Delegate IntakeHandler handler) {
        this.handler = handler;
    }

    @Override
    public void handle(IntakeBatch batch) throws InterruptedException {
        for (int i = 0; i < batch.size(); i++) {
            if (new String(batch.message(i).payload(), StandardCharsets.UTF_8).contains(MARK)) {
                throw new IllegalStateException("A defect of a handler");
            }
        }
        handler.handle(batch);
    }
}
