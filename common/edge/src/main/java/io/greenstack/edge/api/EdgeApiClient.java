package io.greenstack.edge.api;

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
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import jakarta.inject.Singleton;

import io.greenstack.edge.api.ApiAnswer.Accepted;
import io.greenstack.edge.api.ApiAnswer.Failed;
import io.greenstack.edge.api.ApiAnswer.Later;
import io.greenstack.edge.api.ApiAnswer.Refused;
import io.greenstack.platform.resilience.Breaker;
import io.greenstack.platform.resilience.BreakerOpenException;
import io.greenstack.platform.resilience.BreakerRegistry;
import io.greenstack.platform.resilience.BreakerState;

/**
 * Calls the api-service through the breaker {@code api}. No answer and 5xx count as failures of the breaker, 4xx do not:
 * they are answers. Those that say nothing about the request itself (key, address, load, redirects) are tried again.
 */
@Singleton
public class EdgeApiClient {

    private static final Set<Integer> WRONG_KEY = Set.of(401, 403);
    private static final Set<Integer> WRONG_ADDRESS = Set.of(404, 405);
    /** It is not there, or has too much to do: whatever is asked, so the request is not to blame. */
    private static final Set<Integer> AWAY = Set.of(502, 503);
    private static final Set<Integer> BUSY = Set.of(408, 425, 429);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final HttpClient http;
    private final Breaker breaker;
    private final ApiSettings settings;
    private final AtomicLong taken = new AtomicLong();
    private volatile String lastRefusal;

    EdgeApiClient(ApiSettings settings, BreakerRegistry breakers) {
        this.settings = settings;
        this.breaker = breakers.breaker("api");
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .build();
    }

    /**
     * Sends JSON.
     *
     * @param path of the endpoint, from {@code /api} on
     * @param traceparent W3C trace context to propagate, null if there is none
     * @param suspect whether the api-service failed over (a part of) this request before: then that it fails again says nothing
     *        of the api-service, and goes past the breaker
     * @return the answer; never fails
     */
    public CompletionStage<ApiAnswer> post(String path, byte[] body, String traceparent, boolean suspect) {
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint(path))
                .timeout(settings.requestTimeout())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, application/problem+json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        settings.key().ifPresent(key -> request.header("X-API-Key", key));
        if (traceparent != null) {
            request.header("traceparent", traceparent);
        }
        Supplier<CompletionStage<ApiAnswer>> call = () -> http.sendAsync(request.build(), BodyHandlers.ofByteArray())
                .orTimeout(settings.requestTimeout().plusSeconds(1).toMillis(), TimeUnit.MILLISECONDS)
                .thenApply(this::answer);
        boolean past = suspect && breaker.state() == BreakerState.CLOSED;
        return (past ? call.get() : breaker.callAsync(call)).exceptionally(EdgeApiClient::failure);
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

    /** How many requests it has accepted since the start. */
    long taken() {
        return taken.get();
    }

    private URI endpoint(String path) {
        String base = settings.baseUrl().toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }

    private ApiAnswer answer(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        if (status >= 500) {
            throw new ApiFailedException("HTTP " + status + ProblemText.of(response.body()), AWAY.contains(status),
                    retryAfter(response));
        }
        lastRefusal = trouble(status);
        if (status >= 200 && status < 300) {
            taken.incrementAndGet();
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
        if (cause instanceof ApiFailedException failed) {
            return failed.away ? new Later(failed.getMessage(), failed.retryAfter) : new Failed(failed.getMessage());
        }
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

        private final boolean away;
        private final transient Duration retryAfter;

        ApiFailedException(String message, boolean away, Duration retryAfter) {
            super(message, null, false, false);
            this.away = away;
            this.retryAfter = retryAfter;
        }
    }
}
