package io.greenstack.loadtest.check;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import io.greenstack.loadtest.generator.NumberedEvent;

/** What PostgreSQL holds of the devices, read through the API. */
final class DeviceApi {

    private static final int PAGE = 500;

    private final HttpText http;
    private final String url;
    private final String key;

    /** @param key API key; null where the API is open */
    DeviceApi(HttpText http, String url, String key) {
        this.http = http;
        this.url = url;
        this.key = key;
    }

    /** Name of a device. */
    String name(String device) throws IOException {
        return get(device, "").path("name").asText(null);
    }

    /** The number that the twin of a device has as reported; -1 if there is none. */
    int reported(String device) throws IOException {
        return get(device, "/shadow/reported").at("/load/number").asInt(-1);
    }

    /** The numbers in the history of a twin, in the order in which they were applied. It keeps only the last ones. */
    List<Integer> reports(String device) throws IOException {
        List<Integer> numbers = new ArrayList<>();
        for (JsonNode change : get(device, "/shadow/history?size=" + PAGE)) {
            JsonNode number = change.at("/patch/reported/load/number");
            if (number.isInt()) {
                numbers.add(number.asInt());
            }
        }
        Collections.reverse(numbers);
        return numbers;
    }

    /** The numbers of the events of a device, in the order in which they were stored. */
    List<Integer> events(String device) throws IOException {
        List<Integer> numbers = new ArrayList<>();
        JsonNode page;
        int index = 1;
        do {
            page = get(device, "/events?size=" + PAGE + "&page=" + index++);
            for (JsonNode event : page) {
                numbers.add(new NumberedEvent(event.path("code").asInt(), event.path("mode").asText()).number());
            }
        } while (page.size() == PAGE);
        Collections.reverse(numbers);
        return numbers;
    }

    /** The numbers of the events that have appeared and not disappeared. */
    List<Integer> activeEvents(String device) throws IOException {
        List<Integer> numbers = new ArrayList<>();
        for (JsonNode event : get(device, "/events/active?size=" + PAGE)) {
            numbers.add(new NumberedEvent(event.path("code").asInt(), event.path("mode").asText()).number());
        }
        return numbers;
    }

    private JsonNode get(String device, String path) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + "/api/devices/" + device + path)).GET();
        if (key != null) {
            request.header("X-API-Key", key);
        }
        return http.json(request);
    }
}
