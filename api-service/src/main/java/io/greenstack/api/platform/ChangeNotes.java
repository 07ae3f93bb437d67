package io.greenstack.api.platform;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * What a request has changed, for the audit log: services note it where before and after are small and worth it. Outside of a
 * request it does nothing.
 */
@ApplicationScoped
public class ChangeNotes {

    private static final String KEY = ChangeNotes.class.getName();

    private final ObjectMapper json;
    private final Instance<CurrentVertxRequest> current;

    ChangeNotes(ObjectMapper json, Instance<CurrentVertxRequest> current) {
        this.json = json;
        this.current = current;
    }

    /**
     * A change.
     *
     * @param before null where something is new
     * @param after null where something is gone
     */
    public record Change(JsonNode before, JsonNode after) {}

    /** Notes a change; what is given is written as JSON at once. */
    public void changed(Object before, Object after) {
        if (!Arc.container().requestContext().isActive()) {
            return;
        }
        RoutingContext request = current.get().getCurrent();
        if (request != null) {
            List<Change> changes = of(request);
            if (changes.isEmpty()) {
                changes = new ArrayList<>();
                request.put(KEY, changes);
            }
            changes.add(of(tree(before), tree(after)));
        }
    }

    /** Of two objects, what differs. */
    private static Change of(JsonNode before, JsonNode after) {
        if (before instanceof ObjectNode old && after instanceof ObjectNode now) {
            List<String> same = new ArrayList<>();
            old.properties().forEach(member -> {
                if (member.getValue().equals(now.get(member.getKey()))) {
                    same.add(member.getKey());
                }
            });
            old.remove(same);
            now.remove(same);
        }
        return new Change(before, after);
    }

    private JsonNode tree(Object value) {
        return value == null ? null : json.valueToTree(value);
    }

    /** What a request has changed so far. */
    public static List<Change> of(RoutingContext request) {
        List<Change> changes = request.get(KEY);
        return changes == null ? List.of() : changes;
    }
}
