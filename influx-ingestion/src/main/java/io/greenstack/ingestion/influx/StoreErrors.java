package io.greenstack.ingestion.influx;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.greenstack.edge.intake.PauseException;
import io.greenstack.platform.resilience.PeerRejectedException;

/**
 * Sorts the answers of the store.
 *
 * <ul>
 * <li>No answer, 408 and 5xx: the store is away; repeated.</li>
 * <li>401, 402, 403, 404, 407: it refuses us (token, organisation, bucket), not the points; repeated, so that a wrong setting
 * loses nothing.</li>
 * <li>429: repeated after {@code Retry-After}.</li>
 * <li>413: split. Every other 4xx: these points are refused.</li>
 * </ul>
 */
final class StoreErrors {

    static final int TOO_LARGE = 413;
    private static final int LONGEST = 2_000;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration MAX_RETRY_AFTER = Duration.ofMinutes(5);

    private StoreErrors() {}

    /**
     * What an answer other than 2xx means.
     *
     * @param body JSON with a {@code message}, or any text
     * @param retryAfter header of that name, null if there is none
     */
    static RuntimeException sort(int status, String body, String retryAfter, String bucket, String org) {
        String message = message(body);
        return switch (status) {
            case 404 -> new PauseException("the store refuses this service: it does not know the bucket '" + bucket
                    + "' of the organisation '" + org + "' (INFLUXDB_BUCKET, INFLUXDB_ORG): " + message);
            case 401, 402, 403, 407 -> new PauseException("the store refuses this service: " + message);
            case 408 -> new StoreAwayException("the store timed out: " + message, true);
            case 429 -> new PauseException("the store asks to come later: " + message,
                    retryAfter(retryAfter, Instant.now()));
            default -> status >= 500
                    ? new StoreAwayException("the store fails: " + message, status == 504)
                    : new PeerRejectedException(status, message);
        };
    }

    private static String message(String body) {
        try {
            String message = JSON.readTree(body).path("message").asText("");
            return message.isEmpty() ? shortened(body) : message;
        } catch (JsonProcessingException e) {
            return shortened(body);
        }
    }

    private static String shortened(String body) {
        return body.length() <= LONGEST ? body : body.substring(0, LONGEST);
    }

    /** {@code Retry-After} in seconds or as a date (RFC 9110, 10.2.3); null if there is none that makes sense. */
    static Duration retryAfter(String value, Instant now) {
        if (value == null || value.isBlank()) {
            return null;
        }
        Duration wait;
        try {
            wait = value.strip().chars().allMatch(Character::isDigit)
                    ? Duration.ofSeconds(Long.parseLong(value.strip()))
                    : Duration.between(now,
                            ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(MAX_RETRY_AFTER) > 0 ? MAX_RETRY_AFTER : wait;
    }
}
