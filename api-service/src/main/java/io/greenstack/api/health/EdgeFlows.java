package io.greenstack.api.health;

import java.io.IOException;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** How messages flow through the edge services. */
@ApplicationScoped
class EdgeFlows {

    private final EdgeInstances edge;
    private final ObjectMapper json;

    EdgeFlows(EdgeInstances edge, ObjectMapper json) {
        this.edge = edge;
        this.json = json;
    }

    /** One entry for each instance of each service. */
    List<MessageFlow> list() {
        return edge.ask(edge.services(), "GET", "/flow").stream().map(this::read).toList();
    }

    private MessageFlow read(EdgeInstances.Answer answer) {
        if (answer.failure() != null) {
            return MessageFlow.unknown(answer.service(), answer.instance(), answer.failure());
        }
        try {
            JsonNode flow = json.readTree(answer.body());
            return new MessageFlow(answer.service(), answer.instance(), flow.path("received").asLong(),
                    flow.path("written").asLong(), flow.path("dead_lettered").asLong(),
                    flow.path("in_flight").asLong(), flow.path("connected").asBoolean(),
                    flow.path("paused").asBoolean(), flow.path("oldest_ms").asLong(), null);
        } catch (IOException e) {
            return MessageFlow.unknown(answer.service(), answer.instance(), "the answer is no JSON");
        }
    }
}
