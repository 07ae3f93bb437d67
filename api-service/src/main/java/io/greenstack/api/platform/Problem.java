package io.greenstack.api.platform;

import java.util.List;

import io.greenstack.descriptions.Sparse;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Error body after RFC 9457 ({@code application/problem+json}) with three extension members.
 *
 * @param type URN of the problem type, {@code urn:greenstack:problem:<code>}
 * @param title short text, the same for every occurrence of the status
 * @param status HTTP status
 * @param detail text for this occurrence
 * @param instance path of the request
 * @param code stable kebab-case reason, for programs
 * @param traceId trace id of the request (32 hex digits), null when it is not traced
 * @param requestId id that the response also carries as {@code X-Request-ID}
 * @param errors single findings, may be empty
 */
@RegisterForReflection
record Problem(String type, String title, int status, String detail, String instance, String code,
        String traceId, String requestId, List<FieldError> errors) implements Sparse {

    /** Media type of this body. */
    public static final String MEDIA_TYPE = "application/problem+json";
}
