package io.greenstack.edge.api;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/** Reads the answer of the api-service: {@code {"results":[{"status", "code", "detail"}]}}, one for each item. */
final class ForwardResults {

    private static final JsonFactory JSON = new JsonFactory();

    private ForwardResults() {}

    /**
     * Result of one item.
     *
     * @param rejected whether it was refused for good
     * @param code why
     * @param detail the same for people
     */
    record Result(boolean rejected, String code, String detail) {}

    /**
     * Reads an answer.
     *
     * @throws IOException if it is no such answer
     */
    static List<Result> of(byte[] body) throws IOException {
        List<Result> results = new ArrayList<>();
        try (JsonParser json = JSON.createParser(body)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean wanted = "results".equals(json.currentName());
                if (json.nextToken() == JsonToken.START_ARRAY && wanted) {
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        results.add(result(json));
                    }
                } else {
                    json.skipChildren();
                }
            }
        }
        return results;
    }

    private static Result result(JsonParser json) throws IOException {
        String status = "";
        String code = null;
        String detail = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "status" -> status = json.getText();
                case "code" -> code = json.getValueAsString();
                case "detail" -> detail = json.getValueAsString();
                default -> json.skipChildren();
            }
        }
        return new Result("rejected".equals(status), code, detail);
    }
}
