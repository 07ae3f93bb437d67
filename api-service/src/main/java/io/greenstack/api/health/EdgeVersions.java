package io.greenstack.api.health;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import io.greenstack.descriptions.Sparse;

/** Versions and health of the edge services. */
@ApplicationScoped
public class EdgeVersions {

    private static final int LONGEST = 100;

    private final EdgeInstances edge;

    EdgeVersions(EdgeInstances edge) {
        this.edge = edge;
    }

    /**
     * An instance of a service.
     *
     * @param service name of the service
     * @param instance host and port
     * @param version its version, absent if it does not say
     * @param status what it says of its health, {@code unknown} if it does not answer
     */
    public record ServiceVersion(String service, String instance, String version, String status) implements Sparse {}

    /** All instances; none where no address is set. */
    public List<ServiceVersion> list() {
        return edge.ask(edge.services(), "GET", "/health").stream().map(EdgeVersions::read).toList();
    }

    /** One that is not well answers 503, and says its version too. */
    private static ServiceVersion read(EdgeInstances.Answer answer) {
        return new ServiceVersion(answer.service(), answer.instance(), text(answer.body(), "version", null),
                text(answer.body(), "status", "unknown"));
    }

    private static String text(JsonNode health, String member, String otherwise) {
        String text = health.path(member).asText(otherwise);
        return text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
