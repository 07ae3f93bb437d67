package io.greenstack.bridge.testing;

import java.util.List;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.greenstack.core.message.InboundMessage;
import io.greenstack.edge.intake.Outcome;
import io.greenstack.edge.lane.LanePlan;

/** The lanes of the bridge without the broker: what a batch comes to that is handed to one of them. */
@Singleton
public class LaneHandlers {

    private final LanePlan plan;

    @Inject
    public LaneHandlers(LanePlan plan) {
        this.plan = plan;
    }

    /** Hands a batch to the lane of that label. */
    public List<Outcome> handle(String lane, List<InboundMessage> batch) {
        try {
            return plan.lanes().stream().filter(one -> one.label().equals(lane)).findFirst().orElseThrow().handler()
                    .handle(batch);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
