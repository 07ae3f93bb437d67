package io.greenstack.core.alarm;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import io.greenstack.core.message.JsonObjects;

/**
 * {@link AlarmRuleSet} as the JSON document in Redis: {@code {"rules":[{"id":17,"kind":"range","parameter":"temperature","high":80.0,
 * "on_delay":5000}]}}. Members that this version does not know are skipped, and so are rules of a kind that it does not know.
 */
public final class AlarmRuleSetJson {

    private static final JsonFactory JSON = new JsonFactory();

    private AlarmRuleSetJson() {}

    /** The document in UTF-8. */
    public static byte[] write(List<AlarmRule> rules) {
        return JsonObjects.object(json -> {
            json.writeArrayFieldStart("rules");
            for (AlarmRule rule : rules) {
                write(rule, json);
            }
            json.writeEndArray();
        });
    }

    private static void write(AlarmRule rule, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField("id", rule.id());
        json.writeStringField("kind", rule.kind().token());
        if (rule.parameter() != null) {
            json.writeStringField("parameter", rule.parameter());
        }
        if (rule.low() != null) {
            json.writeNumberField("low", rule.low());
        }
        if (rule.high() != null) {
            json.writeNumberField("high", rule.high());
        }
        if (rule.described()) {
            json.writeBooleanField("described", true);
        }
        number("dead_band", rule.deadBand(), json);
        number("change", rule.change(), json);
        number("over", rule.over(), json);
        number("count", rule.count(), json);
        number("on_delay", rule.onDelay(), json);
        number("off_delay", rule.offDelay(), json);
        if (!rule.statuses().isEmpty()) {
            json.writeArrayFieldStart("statuses");
            for (String status : rule.statuses()) {
                json.writeString(status);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void number(String name, double value, JsonGenerator json) throws IOException {
        if (value != 0) {
            json.writeNumberField(name, value);
        }
    }

    private static void number(String name, long value, JsonGenerator json) throws IOException {
        if (value != 0) {
            json.writeNumberField(name, value);
        }
    }

    /**
     * Reads a document.
     *
     * @throws IOException if it is no such document
     */
    public static AlarmRuleSet read(byte[] document) throws IOException {
        List<AlarmRule> rules = new ArrayList<>();
        try (JsonParser json = JSON.createParser(document)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("a rule set is an object");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean list = "rules".equals(json.currentName());
                if (json.nextToken() == JsonToken.START_ARRAY && list) {
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        AlarmRule rule = rule(json);
                        if (rule != null && rules.size() < AlarmRuleSet.MOST) {
                            rules.add(rule);
                        }
                    }
                } else {
                    json.skipChildren();
                }
            }
        }
        return AlarmRuleSet.of(rules);
    }

    private static AlarmRule rule(JsonParser json) throws IOException {
        long id = 0;
        AlarmKind kind = null;
        String parameter = null;
        Double low = null;
        Double high = null;
        boolean described = false;
        double deadBand = 0;
        double change = 0;
        long over = 0;
        int count = 0;
        long onDelay = 0;
        long offDelay = 0;
        List<String> statuses = new ArrayList<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String member = json.currentName();
            json.nextToken();
            switch (member) {
                case "id" -> id = json.getLongValue();
                case "kind" -> kind = kind(json.getText());
                case "parameter" -> parameter = json.getText();
                case "low" -> low = json.getDoubleValue();
                case "high" -> high = json.getDoubleValue();
                case "described" -> described = json.getBooleanValue();
                case "dead_band" -> deadBand = json.getDoubleValue();
                case "change" -> change = json.getDoubleValue();
                case "over" -> over = json.getLongValue();
                case "count" -> count = json.getIntValue();
                case "on_delay" -> onDelay = json.getLongValue();
                case "off_delay" -> offDelay = json.getLongValue();
                case "statuses" -> {
                    while (json.nextToken() == JsonToken.VALUE_STRING) {
                        statuses.add(json.getText());
                    }
                }
                default -> json.skipChildren();
            }
        }
        return kind == null
                ? null
                : new AlarmRule(id, kind, parameter, low, high, described, deadBand, change, over, statuses, count,
                        onDelay, offDelay);
    }

    private static AlarmKind kind(String token) {
        for (AlarmKind kind : AlarmKind.values()) {
            if (kind.name().equals(token.toUpperCase(Locale.ROOT))) {
                return kind;
            }
        }
        return null;
    }
}
