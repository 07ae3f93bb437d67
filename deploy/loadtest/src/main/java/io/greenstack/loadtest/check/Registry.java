package io.greenstack.loadtest.check;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;

/** What PostgreSQL holds of the devices, read through the API. */
final class Registry {

    private final HttpText http;
    private final String url;
    private final String key;

    /** @param key API key; null where the API is open */
    Registry(HttpText http, String url, String key) {
        this.http = http;
        this.url = url;
        this.key = key;
    }

    /** Name of a device. */
    String name(String device) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + "/api/devices/" + device)).GET();
        if (key != null) {
            request.header("X-API-Key", key);
        }
        return http.json(request).path("name").asText(null);
    }
}
