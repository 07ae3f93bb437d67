package io.greenstack.api.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.container.ResourceInfo;

import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.junit.jupiter.api.Test;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** Work of one kind leaves workers for work of another one. */
class BulkheadKindsTest {

    private static final Map<String, Integer> PLACES = Map.of("reads", 2, "exports", 1, "writes", 2, "uploads", 1,
            "database", 4, "redis", 4);

    private final HttpSettings settings = fake(HttpSettings.class, (proxy, method, none) -> method.getReturnType()
            .isInterface() && !method.getReturnType().equals(List.class) ? nested(method.getReturnType()) : null);
    private final Bulkheads bulkheads = new Bulkheads(settings,
            new RouteClass.Finder(new BodyLimits(settings, new MemorySize(BigInteger.TEN))));

    private static Object nested(Class<?> type) {
        return fake(type, (proxy, method, none) -> method.getReturnType() == int.class
                ? PLACES.get(method.getName())
                : method.getName().equals("paths") ? List.of("/api/imports") : null);
    }

    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type}, handler));
    }

    /** What an endpoint does that waits for the database. */
    public void endpoint() {
        // nothing
    }

    private RoutingContext request(String method, String path, String type) {
        HttpServerRequest request = fake(HttpServerRequest.class, (proxy, asked, none) -> switch (asked.getName()) {
            case "method" -> HttpMethod.valueOf(method);
            case "getHeader" -> type;
            default -> null;
        });
        Map<Object, Object> kept = new HashMap<>();
        return fake(RoutingContext.class, (proxy, asked, arguments) -> switch (asked.getName()) {
            case "request" -> request;
            case "normalizedPath" -> path;
            case "put" -> {
                kept.put(arguments[0], arguments[1]);
                yield proxy;
            }
            case "remove" -> kept.remove(arguments[0]);
            default -> null;
        });
    }

    private RoutingContext enter(String method, String path, String type) {
        RoutingContext context = request(method, path, type);
        ResourceInfo resource = fake(ResourceInfo.class,
                (proxy, asked, none) -> asked.getReturnType() == Method.class
                        ? BulkheadKindsTest.class.getMethod("endpoint")
                        : BulkheadKindsTest.class);
        bulkheads.enter(null, resource, context);
        return context;
    }

    @Test
    void eachKindHasItsOwnPlaces() {
        RoutingContext export = enter("GET", "/api/devices/1/telemetry/history/export", null);
        assertThatThrownBy(() -> enter("GET", "/api/devices/2/generated/grafana", null))
                .isInstanceOf(BulkheadException.class).hasMessageContaining("EXPORT");
        RoutingContext upload = enter("POST", "/api/iodd/upload", "multipart/form-data; boundary=x");
        assertThatThrownBy(() -> enter("POST", "/api/imports", "application/zip"))
                .isInstanceOf(BulkheadException.class).hasMessageContaining("UPLOAD");
        enter("GET", "/api/devices", null);
        enter("PATCH", "/api/devices/1", "application/json");

        assertThatThrownBy(() -> enter("GET", "/api/devices", null)).as("all places at the database are taken")
                .isInstanceOf(BulkheadException.class).hasMessageContaining("DATABASE");
        bulkheads.leave(null, export);
        bulkheads.leave(null, export);
        enter("GET", "/api/devices", null);
        bulkheads.leave(null, upload);
        assertThatThrownBy(() -> enter("GET", "/api/devices", null)).as("both places for reads are taken")
                .isInstanceOf(BulkheadException.class).hasMessageContaining("READ");
        assertThat(enter("POST", "/api/imports", "application/zip")).isNotNull();
    }
}
