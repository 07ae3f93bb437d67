package io.greenstack.api.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The refusals of all operations: the problem document, and for each status the codes that it comes with. */
final class ProblemAnswers {

    private static final String SCHEMA = "Problem";
    private static final String MEDIA_TYPE = "application/problem+json";
    private static final String RETRY = "Retry-After";

    /** A status with the codes that every operation may answer, and an example. */
    private enum Shared {
        /** Of all operations. */
        BAD_REQUEST(400, "The request is not valid", "invalid-parameter",
                "Parameter 'size' is not valid: a whole number from 1 to 500 is needed", "bad-request",
                "malformed-json", "unknown-parameter", "unreadable-body", "validation-failed"),
        /** Of those that need a key. */
        UNAUTHORIZED(401, "No valid key", "unauthorized",
                "A valid API key is needed: header 'X-API-Key' or 'Authorization: Bearer'."),
        /** Of those that need a key. */
        FORBIDDEN(403, "The key does not have the scope", "forbidden",
                "The API key does not have the scope that this operation needs."),
        /** Of those with a variable in their path. */
        NOT_FOUND(404, "There is no such thing", "not-found", "There is nothing at this path.", "unknown-device",
                "unknown-description"),
        /** Of those that say so. */
        NOT_ACCEPTABLE(406, "None of the accepted media types", "not-acceptable",
                "None of the media types in 'Accept' can be produced here."),
        /** Of those with a body. */
        TOO_SLOW(408, "The body came too slowly", "body-too-slow", "The request body came too slowly."),
        /** Of those that say so. */
        CONFLICT(409, "The change contradicts what is stored", "conflict",
                "The change contradicts data that is already stored.", "concurrent-change"),
        /** Of those with a body. */
        TOO_LARGE(413, "The body is too large", "payload-too-large",
                "The request body is larger than this service accepts here."),
        /** Of those with a body. */
        UNSUPPORTED(415, "The body has another media type", "unsupported-media-type",
                "The media type of the request body is not supported here."),
        /** Of all operations. */
        TOO_MANY(429, "Too many requests", "rate-limited", "Too many requests; wait and try again.",
                "too-many-streams"),
        /** Of all operations. */
        INTERNAL(500, "An error in the service", "internal-error", "The request failed because of an error in the "
                + "service. The log has the details under the trace id."),
        /** Of all operations. */
        UNAVAILABLE(503, "Something that is needed does not answer", "database-unavailable",
                "The database is not answering; try again.", "concurrent-change", "dependency-unavailable",
                "overloaded", "redis-unavailable", "too-busy", "too-many-bodies"),
        /** Of all operations. */
        TIMEOUT(504, "It took too long", "request-timeout", "The request took longer than 30 s.", "database-timeout",
                "dependency-timeout");

        private final int status;
        private final String title;
        private final String detail;
        private final List<String> codes;

        Shared(int status, String title, String code, String detail, String... others) {
            this.status = status;
            this.title = title;
            this.detail = detail;
            List<String> all = new ArrayList<>(List.of(code));
            all.addAll(List.of(others));
            this.codes = all;
        }

        private String ref() {
            StringBuilder name = new StringBuilder();
            for (String word : name().split("_")) {
                name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
            }
            return name.toString();
        }

        private boolean retry() {
            return status == 429 || status == 503;
        }
    }

    private ProblemAnswers() {}

    /** Puts the problem document and the shared answers among the components. */
    static void describe(Components components) {
        components.addSchema("FieldError", object("One finding inside a problem")
                .addProperty("field", text("Where it is: a parameter, a JSON path, or a file with a line"))
                .addProperty("code", text("Stable kebab-case reason")).addProperty("message", text("For a person")));
        components.addSchema(SCHEMA, object("Why a request was refused (RFC 9457)")
                .addProperty("type", text("urn:greenstack:problem: and the code"))
                .addProperty("title", text("The same for every occurrence of the status"))
                .addProperty("status", integer("Status of HTTP"))
                .addProperty("detail", text("What happened and what helps, for a person"))
                .addProperty("instance", text("Path of the request"))
                .addProperty("code", text("Stable kebab-case reason, for programs"))
                .addProperty("trace_id", text("Trace of the request, absent if it was not traced"))
                .addProperty("request_id", text("What the answer also has as X-Request-ID"))
                .addProperty("errors", OASFactory.createSchema().addType(SchemaType.ARRAY)
                        .items(OASFactory.createSchema().ref("FieldError")))
                .required(List.of("type", "title", "status", "code")));
        components.addHeader(RETRY, OASFactory.createHeader().description("Seconds after which it may work")
                .schema(integer(null)).example(5));
        for (Shared shared : Shared.values()) {
            components.addResponse(shared.ref(), answer(shared, shared.codes, shared.detail));
        }
    }

    /**
     * Adds the refusals to an operation; one that is described there stays.
     *
     * @param secured whether a key is needed
     * @param particular its own refusals, each as status and code
     */
    static void add(String path, Operation operation, boolean secured, List<String> particular) {
        Map<Integer, List<String>> own = new TreeMap<>();
        for (String problem : particular) {
            String[] parts = problem.split(" ", 2);
            own.computeIfAbsent(Integer.valueOf(parts[0]), status -> new ArrayList<>()).add(parts[1]);
        }
        for (Shared shared : Shared.values()) {
            if (applies(shared, path, operation, secured) || own.containsKey(shared.status)) {
                List<String> more = own.remove(shared.status);
                operation.getResponses().addAPIResponse(Integer.toString(shared.status), more == null
                        ? OASFactory.createAPIResponse().ref(shared.ref())
                        : answer(shared, joined(more, shared.codes), null));
            }
        }
        own.forEach((status, codes) -> operation.getResponses().addAPIResponse(Integer.toString(status),
                answer(status, title(status), codes, null, false)));
    }

    private static boolean applies(Shared shared, String path, Operation operation, boolean secured) {
        return switch (shared) {
            case UNAUTHORIZED, FORBIDDEN -> secured;
            case NOT_FOUND -> path.contains("{");
            case TOO_SLOW, TOO_LARGE, UNSUPPORTED -> operation.getRequestBody() != null;
            case CONFLICT, NOT_ACCEPTABLE -> false;
            default -> true;
        };
    }

    private static APIResponse answer(Shared shared, List<String> codes, String detail) {
        APIResponse answer = answer(shared.status, shared.title, codes, detail, shared.retry());
        if (shared == Shared.UNAUTHORIZED) {
            answer.addHeader("WWW-Authenticate", OASFactory.createHeader().description("How to sign in")
                    .schema(text(null)).example("Bearer realm=\"greenstack\""));
        }
        return answer;
    }

    private static APIResponse answer(int status, String title, List<String> codes, String detail, boolean retry) {
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("type", "urn:greenstack:problem:" + codes.get(0));
        example.put("title", title(status));
        example.put("status", status);
        if (detail != null) {
            example.put("detail", detail);
        }
        example.put("code", codes.get(0));
        example.put("trace_id", "4bf92f3577b34da6a3ce929d0e0e4736");
        Content content = OASFactory.createContent().addMediaType(MEDIA_TYPE, OASFactory.createMediaType()
                .schema(OASFactory.createSchema().ref(SCHEMA)).example(example));
        APIResponse answer = OASFactory.createAPIResponse()
                .description(title + "; code: " + String.join(", ", codes)).content(content);
        if (retry) {
            answer.addHeader(RETRY, OASFactory.createHeader().ref(RETRY));
        }
        return answer;
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 406 -> "Not Acceptable";
            case 408 -> "Request Timeout";
            case 409 -> "Conflict";
            case 410 -> "Gone";
            case 412 -> "Precondition Failed";
            case 413 -> "Request Entity Too Large";
            case 415 -> "Unsupported Media Type";
            case 422 -> "Unprocessable Content";
            case 428 -> "Precondition Required";
            case 429 -> "Too Many Requests";
            case 500 -> "Internal Server Error";
            case 502 -> "Bad Gateway";
            case 503 -> "Service Unavailable";
            case 504 -> "Gateway Timeout";
            default -> "Error";
        };
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        second.stream().filter(code -> !all.contains(code)).forEach(all::add);
        return all;
    }

    private static Schema object(String description) {
        return OASFactory.createSchema().addType(SchemaType.OBJECT).description(description);
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(SchemaType.STRING).description(description);
    }

    private static Schema integer(String description) {
        return OASFactory.createSchema().addType(SchemaType.INTEGER).description(description);
    }
}
