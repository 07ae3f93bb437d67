package io.greenstack.api.platform;

import java.util.UUID;
import java.util.regex.Pattern;

/** Request ids: a client's own id is kept when it is harmless, otherwise a new one is made. */
final class RequestId {

    /** Request and response header. */
    public static final String HEADER = "X-Request-ID";
    /** Key of the id in the routing context and in the log's MDC. */
    public static final String KEY = "request_id";

    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private RequestId() {}

    /** The id to use for a request whose header has this value (null when absent). */
    public static String of(String received) {
        return received != null && HARMLESS.matcher(received).matches() ? received : UUID.randomUUID().toString();
    }
}
