package io.greenstack.api.intake;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;

/** Counts the connections of each address that have sent a request. */
final class ConnectionLimit {

    private final int most;
    private final Map<String, Integer> byAddress = new ConcurrentHashMap<>();
    private final Map<HttpConnection, Boolean> counted = new ConcurrentHashMap<>();

    ConnectionLimit(int most) {
        this.most = most;
    }

    /** Whether the connection of this request is one of those that its address may have. */
    boolean admits(HttpServerRequest request) {
        HttpConnection connection = request.connection();
        if (request.remoteAddress() == null || request.remoteAddress().hostAddress() == null) {
            return true;
        }
        String address = request.remoteAddress().hostAddress();
        if (counted.putIfAbsent(connection, Boolean.TRUE) == null) {
            byAddress.merge(address, 1, Integer::sum);
            connection.closeHandler(closed -> {
                counted.remove(connection);
                byAddress.computeIfPresent(address, (key, count) -> count == 1 ? null : count - 1);
            });
        }
        return byAddress.getOrDefault(address, 0) <= most;
    }
}
