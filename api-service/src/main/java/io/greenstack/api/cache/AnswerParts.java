package io.greenstack.api.cache;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ClientProxy;

/** What the answer to the request at hand was made of, as far as the cache knows. Outside of requests nothing is noted. */
@ApplicationScoped
public class AnswerParts {

    private final Noted noted;

    AnswerParts(Noted noted) {
        this.noted = noted;
    }

    /** What was noted for one request, by the one thread that works for it. */
    @RequestScoped
    static class Noted {

        private final Map<String, String> versions = new TreeMap<>();
        private String run;
        private boolean whole = true;
        private boolean waited;
        private long until = Long.MAX_VALUE;
        private Instant goodUntil;

        /** Keys of the tags of everything that was used with their versions, empty if not all is known. */
        Map<String, String> versions() {
            return whole ? versions : Map.of();
        }

        /** The run of Redis and all versions, in the order of {@link #versions}. */
        String stamp() {
            return run + '|' + String.join("|", versions.values());
        }

        /** Clock of {@link System#nanoTime} at which the first part is no longer kept. */
        long until() {
            return until;
        }

        /** Until when the answer is right, whatever happens to its parts; null if there is no such time. */
        Instant goodUntil() {
            return goodUntil;
        }
    }

    private static boolean isRequest() {
        return Arc.container().requestContext().isActive();
    }

    /** The request at hand used a value with this stamp, which was read before the value was. */
    void used(List<String> tagKeys, String stamp, long until) {
        if (isRequest()) {
            note(noted(), tagKeys, stamp.split("\\|"), until);
        }
    }

    private static void note(Noted noted, List<String> tagKeys, String[] parts, long until) {
        boolean same = noted.run == null || noted.run.equals(parts[0]);
        noted.run = parts[0];
        for (int i = 0; i < tagKeys.size(); i++) {
            String before = noted.versions.put(tagKeys.get(i), parts[i + 1]);
            same &= before == null || before.equals(parts[i + 1]);
        }
        noted.whole &= same;
        noted.until = noted.until == Long.MAX_VALUE || noted.until - until > 0 ? until : noted.until;
    }

    /** The request at hand used something that went past the cache. */
    void past() {
        if (isRequest()) {
            noted().whole = false;
        }
    }

    /** The request at hand waited for Redis in vain. */
    void waited() {
        if (isRequest()) {
            noted().waited = true;
        }
    }

    /** Whether the request at hand waited for Redis in vain, which is enough once. */
    boolean hasWaited() {
        return isRequest() && noted().waited;
    }

    /** The answer to the request at hand is another one after a time, even if nothing changes; null says nothing. */
    public void goodUntil(Instant time) {
        if (time != null && isRequest()) {
            Noted parts = noted();
            parts.goodUntil = parts.goodUntil == null || time.isBefore(parts.goodUntil) ? time : parts.goodUntil;
        }
    }

    /** What was noted for the request at hand. */
    Noted noted() {
        return ClientProxy.unwrap(noted);
    }
}
