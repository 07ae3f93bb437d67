package io.greenstack.api.platform;

import static io.restassured.RestAssured.given;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.restassured.specification.RequestSpecification;

/** The operations of the API as its document tells them. */
public final class OpenApi {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    private OpenApi() {}

    /**
     * An operation.
     *
     * @param query names of its query parameters
     * @param consumes media type of its body, null if it has none
     */
    public record Operation(String method, String path, List<String> query, String consumes) {

        /** A request for it, with something for each variable of its path. */
        public RequestSpecification request() {
            RequestSpecification request = given();
            return consumes == null ? request : request.contentType(consumes);
        }

        /** Its path with something for each variable. */
        public String address() {
            return path.replaceAll("\\{[^}]+}", "999999");
        }

        @Override
        public String toString() {
            return method + ' ' + path;
        }
    }

    /** All of them. */
    @SuppressWarnings("unchecked")
    public static Stream<Operation> operations() {
        Map<String, Map<String, Object>> paths = given().get("/openapi.json").then().statusCode(200).extract()
                .path("paths");
        return paths.entrySet().stream().filter(path -> !path.getKey().startsWith("/api/test/")).flatMap(path -> path
                .getValue().entrySet().stream()
                .filter(method -> METHODS.contains(method.getKey()))
                .map(method -> operation(path.getKey(), method.getKey(), (Map<String, Object>) method.getValue())));
    }

    @SuppressWarnings("unchecked")
    private static Operation operation(String path, String method, Map<String, Object> operation) {
        List<Map<String, Object>> parameters = (List<Map<String, Object>>) operation.getOrDefault("parameters",
                List.of());
        Map<String, Object> body = (Map<String, Object>) operation.get("requestBody");
        return new Operation(method.toUpperCase(Locale.ROOT), path,
                parameters.stream().filter(each -> "query".equals(each.get("in")))
                        .map(each -> String.valueOf(each.get("name"))).sorted().toList(),
                body == null ? null : ((Map<String, Object>) body.get("content")).keySet().iterator().next());
    }
}
