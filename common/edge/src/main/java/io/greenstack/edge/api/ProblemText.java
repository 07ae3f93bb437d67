package io.greenstack.edge.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/** Reads code and detail out of an {@code application/problem+json} answer (RFC 9457) for people. */
final class ProblemText {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int LONGEST = 500;

    private ProblemText() {}

    /** {@code " code: detail"}, or the beginning of the body if it is no problem. */
    static String of(byte[] body) {
        String code = null;
        String detail = null;
        try (JsonParser json = JSON.createParser(body)) {
            if (json.nextToken() == JsonToken.START_OBJECT) {
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    String name = json.currentName();
                    JsonToken value = json.nextToken();
                    if (value == JsonToken.VALUE_STRING && "code".equals(name)) {
                        code = json.getText();
                    } else if (value == JsonToken.VALUE_STRING && "detail".equals(name)) {
                        detail = json.getText();
                    } else {
                        json.skipChildren();
                    }
                }
            }
        } catch (IOException e) {
            code = null;
        }
        String text;
        if (code == null && detail == null) {
            text = new String(body, StandardCharsets.UTF_8);
        } else if (code == null || detail == null) {
            text = code == null ? detail : code;
        } else {
            text = code + ": " + detail;
        }
        String line = text.replaceAll("\\s+", " ").strip();
        return line.isEmpty() ? "" : " " + line.substring(0, Math.min(line.length(), LONGEST));
    }
}
