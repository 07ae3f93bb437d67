package io.greenstack.bridge.dialect.iolink;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import io.greenstack.bridge.dialect.CanonicalMessages.Event;
import io.greenstack.core.message.PayloadException;
import io.greenstack.core.message.RejectReason;
import io.greenstack.core.message.Timestamps;
import io.greenstack.core.message.Unused;

/** One entry of the events of a gateway. */
final class IoLinkEvent {

    private static final Set<String> MEMBERS = Set.of("time", "severity", "origin", "message");
    private static final Set<String> ORIGIN = Set.of("masterNumber", "master", "portNumber", "port", "deviceAlias");
    private static final Set<String> MESSAGE = Set.of("code", "mode");

    private IoLinkEvent() {}

    static JsonNode master(JsonNode origin) {
        return origin.has("masterNumber") ? origin.path("masterNumber") : origin.path("master");
    }

    static JsonNode port(JsonNode origin) {
        return origin.has("portNumber") ? origin.path("portNumber") : origin.path("port");
    }

    /**
     * Reads an entry.
     *
     * @param unused gets the parts that have no place in an event of ours
     * @throws PayloadException if it is no event
     */
    static Event of(JsonNode entry, Instant arrival, List<Unused> unused) {
        JsonNode message = entry.path("message");
        JsonNode code = message.path("code");
        if (!code.isIntegralNumber() || code.longValue() < 0 || code.longValue() > 0xFFFF) {
            throw new PayloadException(RejectReason.BAD_MEMBER, "message.code of an event is 0..65535");
        }
        String mode = switch (message.path("mode").asText("SINGLESHOT").toUpperCase(Locale.ROOT)) {
            case "APPEARS" -> "appears";
            case "DISAPPEARS" -> "disappears";
            case "SINGLESHOT" -> "singleshot";
            default -> throw new PayloadException(RejectReason.BAD_MEMBER,
                    "message.mode of an event is APPEARS, DISAPPEARS or SINGLESHOT");
        };
        others(entry, "", MEMBERS, unused);
        others(entry.path("origin"), "origin.", ORIGIN, unused);
        others(message, "message.", MESSAGE, unused);
        return new Event(code.intValue(), mode, type(entry.path("severity"), unused),
                time(entry.path("time"), arrival, unused));
    }

    private static void others(JsonNode object, String path, Set<String> known, List<Unused> unused) {
        object.fieldNames().forEachRemaining(member -> {
            if (!known.contains(member)) {
                unused.add(new Unused("member of an event", path + member));
            }
        });
    }

    /** The event type of IO-Link for a severity of syslog. */
    private static String type(JsonNode severity, List<Unused> unused) {
        return switch (severity.asText("").toUpperCase(Locale.ROOT)) {
            case "EMERGENCY", "ALERT", "CRITICAL", "ERROR" -> "error";
            case "WARNING" -> "warning";
            case "NOTICE", "INFO", "DEBUG" -> "notification";
            case "" -> null;
            default -> {
                unused.add(new Unused("severity of an event", severity.asText()));
                yield null;
            }
        };
    }

    /** Masters without a clock give the time since their start; then the time of arrival has to do. */
    private static Instant time(JsonNode time, Instant arrival, List<Unused> unused) {
        if (time.isMissingNode()) {
            return arrival;
        }
        try {
            return Timestamps.ofText(time.asText(), arrival).time();
        } catch (PayloadException e) {
            unused.add(new Unused("time of an event that is no date", time.asText()));
            return arrival;
        }
    }
}
