package io.greenstack.bridge.registration;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.greenstack.bridge.registration.ApiAnswer.Accepted;
import io.greenstack.bridge.registration.ApiAnswer.Later;
import io.greenstack.bridge.registration.ApiAnswer.Refused;
import io.greenstack.platform.resilience.Breaker;
import io.greenstack.platform.resilience.BreakerOpenException;
import io.greenstack.platform.resilience.BreakerRegistry;

/**
 * Calls the api-service through the breaker {@code api}. No answer and 5xx count as failures of the breaker, 4xx do not:
 * they are answers. Those that say nothing about the request itself (key, address, load, redirects) are tried again.
 */
@Singleton
public class ApiClient {

    private static final Set<Integer> WRONG_KEY = Set.of(401, 403);
    private static final Set<Integer> WRONG_ADDRESS = Set.of(404, 405);
    private static final Set<Integer> BUSY = Set.of(408, 425, 429);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final HttpClient http;
    private final Breaker breaker;
    private final ApiSettings settings;
    private volatile String lastRefusal;

    @Inject
    ApiClient(ApiSettings settings, BreakerRegistry breakers) {
        this.settings = settings;
        this.breaker = breakers.breaker("api");
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .build();
    }

    /**
     * Registers a device.
     *
     * @param body JSON object with {@code device_id}
     * @param traceparent W3C trace context to propagate
     * @return the answer; never fails
     */
    CompletionStage<ApiAnswer> register(byte[] body, String traceparent) {
        return post("/api/devices/register", body, traceparent);
    }

    /**
     * Sends JSON.
     *
     * @param path of the endpoint, from {@code /api} on
     * @param traceparent W3C trace context to propagate, null if there is none
     * @return the answer; never fails
     */
    public CompletionStage<ApiAnswer> post(String path, byte[] body, String traceparent) {
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint(path))
                .timeout(settings.requestTimeout())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, application/problem+json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        settings.key().ifPresent(key -> request.header("X-API-Key", key));
        if (traceparent != null) {
            request.header("traceparent", traceparent);
        }
        return breaker.callAsync(() -> http.sendAsync(request.build(), BodyHandlers.ofByteArray())
                .orTimeout(settings.requestTimeout().plusSeconds(1).toMillis(), TimeUnit.MILLISECONDS)
                .<ApiAnswer>thenApply(this::answer))
                .exceptionally(ApiClient::failure);
    }

    /** Whether the api-service answers at all; blocks for a second at most. */
    String probe() throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(endpoint("/q/health/live")).timeout(Duration.ofSeconds(1)).GET()
                .build();
        try {
            int status = http.send(request, BodyHandlers.discarding()).statusCode();
            if (status >= 500) {
                return "HTTP " + status;
            }
        } catch (IOException e) {
            return e.toString();
        }
        return lastRefusal;
    }

    private URI endpoint(String path) {
        String base = settings.baseUrl().toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }

    private ApiAnswer answer(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        if (status >= 500) {
            throw new ApiFailedException("HTTP " + status);
        }
        lastRefusal = trouble(status);
        if (status >= 200 && status < 300) {
            return new Accepted(response.body());
        }
        if (lastRefusal != null || BUSY.contains(status)) {
            return new Later(lastRefusal == null ? "HTTP " + status : lastRefusal, retryAfter(response));
        }
        return new Refused("HTTP " + status + ProblemText.of(response.body()));
    }

    /** What is wrong with our settings; null if nothing is. */
    private static String trouble(int status) {
        if (WRONG_KEY.contains(status)) {
            return "HTTP " + status + ": the API key is missing, wrong or lacks the scope operator";
        }
        if (WRONG_ADDRESS.contains(status) || status >= 300 && status < 400) {
            return "HTTP " + status + ": the configured address is not that of an api-service";
        }
        return null;
    }

    private static ApiAnswer failure(Throwable thrown) {
        Throwable cause = thrown instanceof CompletionException && thrown.getCause() != null
                ? thrown.getCause()
                : thrown;
        return new Later(cause.toString(), cause instanceof BreakerOpenException open ? open.retryAfter() : null);
    }

    /** Seconds of {@code Retry-After}; a date is not read, the usual pause is used then. */
    private static Duration retryAfter(HttpResponse<?> response) {
        return response.headers().firstValue("Retry-After").map(value -> {
            try {
                Duration asked = Duration.ofSeconds(Long.parseLong(value.strip()));
                return asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked;
            } catch (NumberFormatException e) {
                return null;
            }
        }).orElse(null);
    }

    /** The api-service did not answer as it should; counts as a failure of the breaker. */
    private static final class ApiFailedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ApiFailedException(String message) {
            super(message, null, false, false);
        }
    }
}
