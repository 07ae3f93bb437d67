package io.greenstack.descriptions.thing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.greenstack.descriptions.EventBook;
import io.greenstack.descriptions.EventBook.EventText;
import io.greenstack.descriptions.OpenDescription;
import io.greenstack.descriptions.OpenDescription.JudgedValues;
import io.greenstack.descriptions.ParameterError;

/** A thing description that is in use. */
record OpenThing(JsonNode thing) implements OpenDescription {

    @Override
    public String detail(String language) {
        return thing.toString();
    }

    @Override
    public EventBook events() {
        return new EventBook() {

            @Override
            public List<String> languages() {
                return List.of();
            }

            @Override
            public List<EventText> all(String language) {
                List<EventText> texts = new ArrayList<>();
                thing.path("events").forEach(event -> texts.add(new EventText(event.path("code").intValue(), null,
                        event.path("title").asText(null), event.path("description").asText(null), false)));
                return texts;
            }
        };
    }

    @Override
    public JudgedValues judge(ObjectNode wanted) {
        List<ParameterError> errors = new ArrayList<>();
        for (Map.Entry<String, JsonNode> member : wanted.properties()) {
            JsonNode facts = thing.path("properties").path(member.getKey());
            if (facts.isMissingNode() && !member.getValue().isNull()) {
                errors.add(new ParameterError('/' + member.getKey(), "unknown-parameter", "The thing has no property '"
                        + member.getKey() + "'."));
            } else if (facts.path("readOnly").booleanValue()) {
                errors.add(new ParameterError('/' + member.getKey(), "read-only", member.getKey()
                        + " can only be read."));
            }
        }
        return new JudgedValues(wanted, errors);
    }
}
