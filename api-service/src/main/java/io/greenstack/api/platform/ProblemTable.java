package io.greenstack.api.platform;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.WebApplicationException;

import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;

import io.greenstack.descriptions.ConstantNames;
import io.greenstack.platform.resilience.BreakerOpenException;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.smallrye.faulttolerance.api.RateLimitException;

/**
 * The one table from exception to HTTP status, code and text. What is not listed is a 500 whose text says nothing about the
 * inside; only {@link Entry#internal()} entries are logged with their stack trace.
 */
public final class ProblemTable {

    /** PostgreSQL SQLSTATE class 23: a constraint refused the change. */
    private static final String CONSTRAINT_CLASS = "23";
    /** PostgreSQL SQLSTATE class 40: deadlock or serialisation failure; another try may succeed. */
    private static final String ROLLBACK_CLASS = "40";
    /** PostgreSQL SQLSTATE 55P03: a lock was waited for too long. */
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    /** PostgreSQL SQLSTATE 57014: the statement was cancelled (statement time-out). */
    private static final String QUERY_CANCELLED = "57014";
    /** Seconds after which something that was not available may be asked for again. */
    private static final String SOON = "5";
    /** Of a server that follows another one, to which connections may lead while that one fails over. */
    private static final String READ_ONLY = "25006";

    private ProblemTable() {}

    /**
     * What the client is told.
     *
     * @param status HTTP status
     * @param code stable reason
     * @param detail text
     * @param errors single findings
     * @param headers additional response headers
     * @param internal true when the cause is ours and must be logged
     */
    public record Entry(int status, String code, String detail, List<FieldError> errors, Map<String, String> headers,
            boolean internal) {

        /** Something the client has to change. */
        public static Entry of(int status, String code, String detail) {
            return new Entry(status, code, detail, List.of(), Map.of(), false);
        }

        static Entry of(int status, String code, String detail, Map<String, String> headers) {
            return new Entry(status, code, detail, List.of(), headers, false);
        }

        /** Something that may work some seconds later. */
        public static Entry later(int status, String code, String detail, int seconds) {
            return of(status, code, detail, Map.of("Retry-After", Integer.toString(seconds)));
        }
    }

    /**
     * Finds the entry for a throwable, looking through the wrappers that transactions and proxies add. What is wrong with the
     * request is only looked for at the top: an unreadable document further down is ours.
     */
    public static Entry of(Throwable thrown) {
        Entry top = input(thrown);
        if (top != null) {
            return top;
        }
        for (Throwable cause : Causes.of(thrown)) {
            Entry entry = lookUp(cause);
            if (entry != null) {
                return entry;
            }
        }
        return new Entry(500, "internal-error", "The request failed because of an error in the service. "
                + "The log has the details under the trace id.", List.of(), Map.of(), true);
    }

    private static Entry lookUp(Throwable thrown) {
        if (thrown instanceof ApiException e) {
            return new Entry(e.status(), e.code(), e.getMessage(), e.errors(),
                    e.status() == 503 ? Map.of("Retry-After", SOON) : Map.of(), e.status() == 500);
        }
        Entry entry = security(thrown);
        if (entry == null) {
            entry = faultTolerance(thrown);
        }
        if (entry == null) {
            entry = database(thrown);
        }
        return entry;
    }

    private static Entry security(Throwable thrown) {
        if (thrown instanceof UnauthorizedException || thrown instanceof AuthenticationFailedException) {
            return Entry.of(401, "unauthorized",
                    "A valid API key is needed in the header 'X-API-Key', or a valid key or token in 'Authorization: Bearer'.",
                    Map.of("WWW-Authenticate", "Bearer realm=\"greenstack\""));
        }
        if (thrown instanceof ForbiddenException) {
            return Entry.of(403, "forbidden",
                    "The API key or the person who signed in does not have the role that this operation needs.");
        }
        if (thrown instanceof OIDCException) {
            return Entry.later(503, "issuer-unavailable",
                    "The issuer of tokens is not answering, so that nobody can be known by one; try again.", 5);
        }
        return null;
    }

    private static Entry faultTolerance(Throwable thrown) {
        if (thrown instanceof BreakerOpenException e) {
            return Entry.of(503, "dependency-unavailable",
                    "A service that this request needs ('" + e.breaker() + "') is not answering; the breaker is open.",
                    Map.of("Retry-After", Long.toString(Math.max(1, e.retryAfter().toSeconds()))));
        }
        if (thrown instanceof CircuitBreakerOpenException) {
            return Entry.of(503, "dependency-unavailable",
                    "A service that this request needs is not answering; the breaker is open.",
                    Map.of("Retry-After", "30"));
        }
        if (thrown instanceof TimeoutException) {
            return Entry.of(504, "dependency-timeout", "A service that this request needs did not answer in time.");
        }
        if (thrown instanceof RateLimitException e) {
            long seconds = Math.max(1, (e.getRetryAfterMillis() + 999) / 1000);
            return Entry.of(429, "rate-limited", "Too many requests; wait and try again.",
                    Map.of("Retry-After", Long.toString(seconds)));
        }
        if (thrown instanceof BulkheadException) {
            return Entry.of(503, "overloaded", "Too many requests are being worked on; try again.",
                    Map.of("Retry-After", "1"));
        }
        return null;
    }

    private static Entry input(Throwable thrown) {
        if (thrown instanceof ConstraintViolationException e) {
            return violations(e);
        }
        if (thrown instanceof ValidationException) {
            return Entry.of(400, "validation-failed", "The request is not valid.");
        }
        if (thrown instanceof JsonMappingException e) {
            return jsonMapping(e);
        }
        if (thrown instanceof StreamConstraintsException) {
            return Entry.of(400, "malformed-json", "The request body is nested too deeply or too long.");
        }
        if (thrown instanceof JsonProcessingException e) {
            String where = e.getLocation() == null
                    ? ""
                    : " (line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr() + ")";
            return Entry.of(400, "malformed-json", "The request body is not valid JSON" + where + ".");
        }
        if (thrown instanceof WebApplicationException e) {
            return webApplication(e);
        }
        return thrown instanceof IOException e ? unreadable(e) : null;
    }

    /** Reading the request failed; our own files and connections never let an IOException out. */
    private static Entry unreadable(IOException e) {
        boolean tooLarge = e.getMessage() != null && e.getMessage().contains("too large");
        return tooLarge ? tooLarge() : Entry.of(400, "unreadable-body", "The request body is damaged or incomplete.");
    }

    private static Entry jsonMapping(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference reference : e.getPath()) {
            if (reference.getFieldName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
            }
        }
        String field = path.isEmpty() ? null : path.toString();
        String detail = e instanceof InvalidFormatException format && format.getTargetType().isEnum()
                ? "The value of '" + field + "' is none of " + names(format.getTargetType()) + "."
                : field == null
                        ? "The request body does not have the expected shape."
                        : "The value of '" + field + "' does not have the expected type.";
        return new Entry(400, "malformed-json", detail, List.of(new FieldError(field, "wrong-type", detail)), Map.of(),
                false);
    }

    private static String names(Class<?> constants) {
        return Arrays.stream(constants.getEnumConstants()).map(constant -> ConstantNames.of((Enum<?>) constant))
                .collect(Collectors.joining(", "));
    }

    private static Entry violations(ConstraintViolationException e) {
        List<FieldError> errors = new ArrayList<>();
        for (ConstraintViolation<?> violation : e.getConstraintViolations()) {
            errors.add(new FieldError(field(violation.getPropertyPath()), "validation-failed", violation.getMessage()));
        }
        return new Entry(400, "validation-failed", "The request is not valid.", errors, Map.of(), false);
    }

    /** The member of the body as it is called in JSON, without the name that the body has in the code. */
    private static String field(Path path) {
        List<String> names = new ArrayList<>();
        boolean body = false;
        for (Path.Node node : path) {
            if (node.getKind() != ElementKind.METHOD && node.getName() != null) {
                body = body || node.getKind() == ElementKind.PARAMETER;
                names.add(node.getName().replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT));
            }
        }
        return String.join(".", body && names.size() > 1 ? names.subList(1, names.size()) : names);
    }

    private static Entry webApplication(WebApplicationException e) {
        int status = e.getResponse().getStatus();
        if (status < 400) {
            return null;
        }
        boolean json = e.getCause() instanceof JsonProcessingException;
        if (json) {
            return input(e.getCause());
        }
        return switch (status) {
            case 400 -> Entry.of(400, "bad-request", "The request could not be understood.");
            case 401 -> security(new UnauthorizedException());
            case 403 -> security(new ForbiddenException());
            case 404 -> Entry.of(404, "not-found", "There is nothing at this path.");
            case 405 -> Entry.of(405, "method-not-allowed", "This path does not support the method.", allow(e));
            case 406 -> Entry.of(406, "not-acceptable", "None of the media types in 'Accept' can be produced here.");
            case 413 -> tooLarge();
            case 415 ->
                Entry.of(415, "unsupported-media-type", "The media type of the request body is not supported here.");
            default -> status >= 500 ? null : Entry.of(status, "http-" + status, "The request was refused.");
        };
    }

    /** The request body is above the limit of its path. */
    public static Entry tooLarge() {
        return Entry.of(413, "payload-too-large",
                "The request body is larger than this service accepts here. A library goes to POST /api/imports.");
    }

    private static Map<String, String> allow(WebApplicationException e) {
        String allow = e.getResponse().getHeaderString("Allow");
        return allow == null ? Map.of() : Map.of("Allow", allow);
    }

    private static Entry database(Throwable thrown) {
        if (thrown instanceof SQLException e && e.getSQLState() != null) {
            if (e.getSQLState().startsWith(CONSTRAINT_CLASS)) {
                return Entry.of(409, "conflict", "The change contradicts data that is already stored.");
            }
            if (e.getSQLState().startsWith(ROLLBACK_CLASS) || e.getSQLState().equals(LOCK_NOT_AVAILABLE)) {
                return Entry.of(503, "concurrent-change", "Too many changes at the same time; try again.",
                        Map.of("Retry-After", "1"));
            }
            if (e.getSQLState().equals(QUERY_CANCELLED)) {
                return Entry.of(504, "database-timeout", "The database did not answer in time.");
            }
            if (e.getSQLState().startsWith("08") || e.getSQLState().startsWith("57P")
                    || e.getSQLState().equals(READ_ONLY)) {
                return databaseAway();
            }
        }
        if (thrown instanceof SQLException && thrown.getMessage() != null
                && thrown.getMessage().toLowerCase(Locale.ROOT).contains("acquisition timeout")) {
            return databaseAway();
        }
        if (thrown instanceof jakarta.persistence.OptimisticLockException
                || thrown instanceof org.hibernate.StaleStateException) {
            return Entry.of(409, "concurrent-change", "Somebody else changed this at the same time; read it again.");
        }
        return null;
    }

    private static Entry databaseAway() {
        return Entry.of(503, "database-unavailable", "The database is not answering; try again.",
                Map.of("Retry-After", "5"));
    }
}
