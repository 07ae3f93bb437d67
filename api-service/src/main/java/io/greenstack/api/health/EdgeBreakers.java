package io.greenstack.api.health;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

/** The breakers of the edge services. An instance that does not answer is told as such. */
@ApplicationScoped
class EdgeBreakers {

    private static final int MOST_BREAKERS = 32;
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,40}");

    private final EdgeInstances edge;

    EdgeBreakers(EdgeInstances edge) {
        this.edge = edge;
    }

    /** All breakers of all instances. */
    List<BreakerView> list() {
        return ask(edge.services(), "GET", "/breakers");
    }

    /**
     * Closes a breaker of all instances of a service by hand.
     *
     * @return what each instance says; empty when there is no such service or breaker
     */
    List<BreakerView> reset(String service, String name) {
        if (!edge.services().contains(service) || !NAME.matcher(name).matches()) {
            return List.of();
        }
        return ask(List.of(service), "POST", "/breakers/" + name + "/reset");
    }

    private List<BreakerView> ask(Collection<String> services, String method, String path) {
        List<BreakerView> views = new ArrayList<>();
        edge.ask(services, method, path).forEach(answer -> views.addAll(read(answer)));
        return views;
    }

    private static List<BreakerView> read(EdgeInstances.Answer answer) {
        String service = answer.service();
        String instance = answer.instance();
        if (answer.status() == 404) {
            return List.of();
        }
        if (answer.failure() != null) {
            return List.of(BreakerView.unknown(service, instance, answer.failure()));
        }
        List<BreakerView> views = new ArrayList<>();
        for (JsonNode breaker : answer.body().isArray() ? answer.body() : List.of(answer.body())) {
            if (views.size() < MOST_BREAKERS) {
                views.add(view(service, instance, breaker));
            }
        }
        return views;
    }

    private static BreakerView view(String service, String instance, JsonNode breaker) {
        return new BreakerView(service, instance, breaker.path("name").asText(), breaker.path("state").asText(),
                breaker.path("failures").asInt(), breaker.path("threshold").asInt(), breaker.path("opened").asLong(),
                breaker.hasNonNull("last_change") ? Instant.parse(breaker.path("last_change").asText()) : null,
                breaker.hasNonNull("last_error") ? breaker.path("last_error").asText() : null, null);
    }
}
