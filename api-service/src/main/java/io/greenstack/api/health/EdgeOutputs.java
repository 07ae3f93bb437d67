package io.greenstack.api.health;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

/** Where the edge services send values. */
@ApplicationScoped
class EdgeOutputs {

    private final EdgeInstances edge;

    EdgeOutputs(EdgeInstances edge) {
        this.edge = edge;
    }

    /** One entry for each output of each instance of each service. */
    List<OutputView> list() {
        return edge.ask(edge.services(), "GET", "/outputs").stream().flatMap(EdgeOutputs::read).toList();
    }

    private static Stream<OutputView> read(EdgeInstances.Answer answer) {
        if (answer.failure() != null) {
            return Stream.of(OutputView.unknown(answer.service(), answer.instance(), answer.failure()));
        }
        return StreamSupport.stream(answer.body().spliterator(), false)
                .map(one -> new OutputView(answer.service(), answer.instance(), one.path("name").asText(),
                        one.path("on").asBoolean(), one.path("target").textValue(),
                        map(one.path("settings"), JsonNode::asText), map(one.path("counters"), JsonNode::asLong),
                        null));
    }

    private static <T> Map<String, T> map(JsonNode node, Function<JsonNode, T> value) {
        Map<String, T> map = new TreeMap<>();
        node.fields().forEachRemaining(entry -> map.put(entry.getKey(), value.apply(entry.getValue())));
        return map;
    }
}
