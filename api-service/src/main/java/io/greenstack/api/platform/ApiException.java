package io.greenstack.api.platform;

import java.util.List;

/**
 * An error that the client is meant to see. Carries the HTTP status, a stable kebab-case {@code code} and a text without
 * internals; {@link ProblemTable} turns it into {@code application/problem+json}.
 */
public class ApiException extends RuntimeException {

    private final int status;
    private final String code;
    private final transient List<FieldError> errors;

    /**
     * @param status HTTP status, 400 to 599
     * @param code stable machine-readable reason, kebab-case
     * @param detail what happened and what helps, for a person
     * @param errors single findings, may be empty
     */
    public ApiException(int status, String code, String detail, List<FieldError> errors) {
        super(detail);
        this.status = status;
        this.code = code;
        this.errors = List.copyOf(errors);
    }

    /** An error without single findings. */
    public ApiException(int status, String code, String detail) {
        this(status, code, detail, List.of());
    }

    /** 400 for one request parameter. */
    public static ApiException invalidParameter(String name, String detail) {
        return new ApiException(400, "invalid-parameter", "Parameter '" + name + "' is not valid: " + detail,
                List.of(new FieldError(name, "invalid-parameter", detail)));
    }

    /** 404 for a device that is not in the registry. */
    public static ApiException unknownDevice(String deviceId) {
        return new ApiException(404, "unknown-device", "No device '" + deviceId + "' is registered.");
    }

    /** 404 for a description id that does not exist (or is of the other kind). */
    public static ApiException unknownDescription(long id) {
        return new ApiException(404, "unknown-description", "No device description has the id " + id + ".");
    }

    /** 404 for anything else. */
    public static ApiException notFound(String detail) {
        return new ApiException(404, "not-found", detail);
    }

    /** 409: the request contradicts the present state. */
    public static ApiException conflict(String code, String detail) {
        return new ApiException(409, code, detail);
    }

    /** 503: a dependency that this request needs is away. */
    public static ApiException unavailable(String code, String detail) {
        return new ApiException(503, code, detail);
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public List<FieldError> errors() {
        return errors == null ? List.of() : errors;
    }
}
