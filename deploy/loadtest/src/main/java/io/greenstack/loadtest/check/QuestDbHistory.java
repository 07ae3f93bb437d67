package io.greenstack.loadtest.check;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import io.greenstack.loadtest.generator.PayloadShape;

/** Reads a QuestDB over its HTTP interface. */
final class QuestDbHistory implements History {

    private final HttpText http;
    private final String url;

    QuestDbHistory(HttpText http, String url) {
        this.http = http;
        this.url = url;
    }

    @Override
    public List<Integer> numbers(String device, boolean raw) throws IOException {
        String query = raw
                ? "SELECT hex FROM " + RAW + " WHERE device_id = '" + device + "' ORDER BY timestamp"
                : "SELECT cast(value AS long) FROM " + VALUES + " WHERE device_id = '" + device + "' AND parameter = '"
                        + PayloadShape.PARAMETER + "' ORDER BY timestamp";
        JsonNode answer = http.json(HttpRequest.newBuilder(
                URI.create(url + "/exec?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8))).GET());
        List<Integer> numbers = new ArrayList<>();
        for (JsonNode row : answer.path("dataset")) {
            numbers.add(raw ? Integer.parseUnsignedInt(row.get(0).asText(), 16) : row.get(0).asInt());
        }
        return numbers;
    }
}
