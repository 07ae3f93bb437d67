package io.greenstack.api.mqtt;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.ChangeNotes;
import io.greenstack.platform.redis.RedisKeys;
import io.greenstack.platform.redis.RedisPipeline;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/** Sessions of edge services with the broker, and those among them that nobody uses any more. */
@ApplicationScoped
class SessionService {

    private static final Logger LOG = Logger.getLogger(SessionService.class);
    private static final Duration LIMIT = Duration.ofSeconds(3);
    /** An edge service tells of itself every 5 s. */
    private static final Duration SILENCE = Duration.ofSeconds(15);
    private static final Duration FORGOTTEN = Duration.ofDays(90);

    private final RedisPipeline redis;
    private final ObjectMapper json;
    private final Clock clock;
    private final ChangeNotes changes;

    SessionService(RedisPipeline redis, ObjectMapper json, Clock clock, ChangeNotes changes) {
        this.changes = changes;
        this.redis = redis;
        this.json = json;
        this.clock = clock;
    }

    /**
     * A session.
     *
     * @param clientId of the replica; each of its lanes has a session under it and its own name
     * @param service whose it is
     * @param state {@code used} or {@code orphaned}: its replica says nothing, and what the broker gave it waits there
     * @param lastSeen when its replica last said something
     */
    record Session(String clientId, String service, String state, Instant lastSeen) {

        static final String USED = "used";
        static final String ORPHANED = "orphaned";
    }

    /** All sessions by client id; fails when Redis is away. */
    List<Session> all() {
        Response notes = redis.send(Request.cmd(Command.HGETALL).arg(RedisKeys.SESSIONS)).await().atMost(LIMIT);
        Instant now = clock.instant();
        List<Session> sessions = new ArrayList<>();
        for (String clientId : notes.getKeys()) {
            Session session = session(clientId, notes.get(clientId).toString(), now);
            if (session == null || session.lastSeen().isBefore(now.minus(FORGOTTEN))) {
                redis.send(Request.cmd(Command.HDEL).arg(RedisKeys.SESSIONS).arg(clientId)).await().atMost(LIMIT);
            } else {
                sessions.add(session);
            }
        }
        sessions.sort(Comparator.comparing(Session::clientId));
        return sessions;
    }

    /** Null for a note that cannot be read; its replica writes another one within seconds. */
    private Session session(String clientId, String note, Instant now) {
        try {
            JsonNode document = json.readTree(note);
            Instant seen = Instant.ofEpochMilli(document.path("seen").asLong());
            return new Session(clientId, document.path("service").asText(),
                    seen.isBefore(now.minus(SILENCE)) ? Session.ORPHANED : Session.USED, seen);
        } catch (JsonProcessingException e) {
            LOG.warnf("The note of the session %s is not JSON, and is removed", clientId);
            return null;
        }
    }

    /**
     * Has a replica of the same service take over a session: it handles what waits there and ends it.
     *
     * @throws ApiException 404 when there is none, 409 when its replica is there, 503 when no replica is or Redis is away
     */
    Session adopt(String clientId) {
        Session session;
        long told;
        try {
            session = all().stream().filter(one -> one.clientId().equals(clientId)).findFirst().orElse(null);
            told = session == null || session.state().equals(Session.USED)
                    ? 0
                    : redis.send(Request.cmd(Command.PUBLISH).arg(RedisKeys.adoptions(session.service())).arg(clientId))
                            .await().atMost(LIMIT).toLong();
        } catch (RuntimeException e) {
            throw ApiException.unavailable("redis-unavailable", "Sessions are not known, because Redis is away.");
        }
        if (session == null) {
            throw new ApiException(404, "unknown-session",
                    "No edge service has told of a session '" + clientId + "'.");
        }
        if (session.state().equals(Session.USED)) {
            throw ApiException.conflict("session-in-use",
                    "The replica '" + clientId + "' is there and uses its session.");
        }
        if (told == 0) {
            throw ApiException.unavailable("no-replica", "No " + session.service()
                    + " runs that could take over the session; start one.");
        }
        changes.changed(session, null);
        return session;
    }
}
