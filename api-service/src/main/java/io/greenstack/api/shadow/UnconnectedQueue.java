package io.greenstack.api.shadow;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.greenstack.common.outbound.OutboundMessage;
import io.greenstack.common.outbound.OutboundQueue;
import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;

/** Stands in where there is no way to the broker: messages stay in the database. */
@DefaultBean
@ApplicationScoped
public class UnconnectedQueue implements OutboundQueue {

    @Override
    public Uni<Void> append(List<OutboundMessage> messages) {
        return Uni.createFrom().failure(new IllegalStateException("There is no way to the broker"));
    }
}
