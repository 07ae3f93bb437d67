package io.greenstack.api.cache;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/**
 * The cache's own connection to Redis. It is one connection, because then it is known which run of Redis answers: after a restart
 * or a failover, which may bring back an older state, nothing of before is valid. A call that gets no answer in time goes past
 * Redis. When nobody has got one for a while, all others do so at once, until Redis has answered a probe. A single late answer is no
 * reason for that: where all processors are busy there are some, and without the cache there would be more of them.
 */
@ApplicationScoped
class CacheLink {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration PROBE = Duration.ofMillis(500);
    /** Times the longest wait, without any answer, after which Redis counts as away. */
    private static final int SILENT_WAITS = 3;
    private static final Pattern RUN = Pattern.compile("run_id:(\\w+)");

    private final Redis redis;
    private final long timeoutMillis;
    private final Map<CacheScripts, String> digests = new EnumMap<>(CacheScripts.class);
    private volatile Session session;
    private final AtomicBoolean probing = new AtomicBoolean();
    private volatile boolean suspect;
    /** When Redis answered last, in nanoseconds of this process. */
    private volatile long answered = System.nanoTime();

    private record Session(RedisConnection connection, String run) {}

    CacheLink(Redis redis, CacheSettings settings) {
        this.redis = redis;
        this.timeoutMillis = settings.timeout().toMillis();
        for (CacheScripts script : CacheScripts.values()) {
            digests.put(script, sha1(script.text()));
        }
    }

    /** Redis did not answer, or cannot do what it was asked. */
    static final class AwayException extends Exception {

        private static final long serialVersionUID = 1L;

        AwayException(String message, Throwable cause) {
            super(message, cause, false, false);
        }
    }

    /** Whether calls are made at all. */
    boolean isUp() {
        return session != null && !suspect;
    }

    /** Name of the run of Redis that answers; null if there is none. */
    String run() {
        Session now = session;
        return now == null ? null : now.run();
    }

    /** Runs a script and waits; arguments are texts, numbers or octets. */
    Response call(CacheScripts script, List<String> keys, Object... arguments) throws AwayException {
        return await(sent(request(script, keys, arguments)), timeoutMillis);
    }

    /** Runs a script; nobody waits for it. */
    Future<Response> send(CacheScripts script, List<String> keys, Object... arguments) {
        return sent(request(script, keys, arguments));
    }

    /** Runs a script; fails when there is no answer in time. Does not block. */
    Future<Response> ask(CacheScripts script, List<String> keys, Object... arguments) {
        return sent(request(script, keys, arguments)).timeout(timeoutMillis, TimeUnit.MILLISECONDS)
                .onFailure(failure -> {
                    if (failure instanceof TimeoutException) {
                        late();
                    } else {
                        suspect = true;
                    }
                });
    }

    /** Sends a command and waits. */
    Response command(Request request) throws AwayException {
        return await(sent(request), timeoutMillis);
    }

    private Request request(CacheScripts script, List<String> keys, Object... arguments) {
        Request request = Request.cmd(Command.EVALSHA).arg(digests.get(script)).arg(keys.size());
        keys.forEach(request::arg);
        for (Object argument : arguments) {
            if (argument instanceof byte[] octets) {
                request.arg(Buffer.buffer(octets));
            } else {
                request.arg(String.valueOf(argument));
            }
        }
        return request;
    }

    private Future<Response> sent(Request request) {
        Session now = session;
        if (now == null || suspect) {
            return Future.failedFuture("Redis is away");
        }
        return now.connection().send(request).onSuccess(answer -> answered = System.nanoTime());
    }

    private Response await(Future<Response> answer, long millis) throws AwayException {
        try {
            return answer.toCompletionStage().toCompletableFuture().get(millis, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            suspect = true;
            throw new AwayException("Redis: " + e.getCause(), e.getCause());
        } catch (TimeoutException e) {
            late();
            throw new AwayException("Redis did not answer within " + millis + " ms", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AwayException("Interrupted", e);
        }
    }

    private void late() {
        if (System.nanoTime() - answered > TimeUnit.MILLISECONDS.toNanos(SILENT_WAITS * timeoutMillis)) {
            suspect = true;
            trustWhenItAnswers();
        }
    }

    /** A hiccup ends with the first answer after it; for all else there is {@link #check}. */
    private void trustWhenItAnswers() {
        Session now = session;
        if (now != null && probing.compareAndSet(false, true)) {
            now.connection().send(Request.cmd(Command.PING)).onComplete(answer -> {
                probing.set(false);
                if (answer.succeeded() && session == now) {
                    answered = System.nanoTime();
                    suspect = false;
                }
            });
        }
    }

    /** Whether a call got no answer since the last probe. */
    boolean isSuspect() {
        return suspect;
    }

    /** Sees whether Redis answers, and connects if it must; only the thread of the gate calls this. */
    boolean check() {
        try {
            if (session != null && suspect) {
                probe();
            }
            if (session == null) {
                connect();
            }
            suspect = false;
            return true;
        } catch (AwayException e) {
            close();
            return false;
        }
    }

    private void probe() {
        try {
            await(session.connection().send(Request.cmd(Command.PING)), PROBE.toMillis());
            load(session.connection());
        } catch (AwayException e) {
            close();
        }
    }

    private void connect() throws AwayException {
        RedisConnection connection;
        try {
            connection = redis.connect().toCompletionStage().toCompletableFuture().get(CONNECT.toMillis(),
                    TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AwayException("No connection", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AwayException("Interrupted", e);
        }
        try {
            Response server = await(connection.send(Request.cmd(Command.INFO).arg("server")), CONNECT.toMillis());
            Matcher run = RUN.matcher(server.toString());
            if (!run.find()) {
                throw new AwayException("Redis does not tell its run_id", null);
            }
            load(connection);
            probing.set(false);
            answered = System.nanoTime();
            session = new Session(connection, run.group(1));
        } catch (AwayException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private void load(RedisConnection connection) throws AwayException {
        for (CacheScripts script : CacheScripts.values()) {
            await(connection.send(Request.cmd(Command.SCRIPT).arg("LOAD").arg(script.text())), PROBE.toMillis());
        }
    }

    /** Lets go of the connection. */
    void close() {
        Session now = session;
        session = null;
        if (now != null) {
            now.connection().close();
        }
    }

    private static String sha1(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-1", e);
        }
    }
}
