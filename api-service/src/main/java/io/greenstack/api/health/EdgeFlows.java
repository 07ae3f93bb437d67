package io.greenstack.api.health;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

/** How messages flow through the edge services. */
@ApplicationScoped
class EdgeFlows {

    private final EdgeInstances edge;

    EdgeFlows(EdgeInstances edge) {
        this.edge = edge;
    }

    /** One entry for each instance of each service. */
    List<MessageFlow> list() {
        return edge.ask(edge.services(), "GET", "/flow").stream().map(EdgeFlows::read).toList();
    }

    private static MessageFlow read(EdgeInstances.Answer answer) {
        if (answer.failure() != null) {
            return MessageFlow.unknown(answer.service(), answer.instance(), answer.failure());
        }
        JsonNode flow = answer.body();
        return new MessageFlow(answer.service(), answer.instance(), flow.path("received").asLong(),
                flow.path("written").asLong(), flow.path("dead_lettered").asLong(), flow.path("in_flight").asLong(),
                flow.path("connected").asBoolean(), flow.path("paused").asBoolean(), flow.path("oldest_ms").asLong(),
                null);
    }
}
