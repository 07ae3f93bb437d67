package io.greenstack.platform.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/** A Lua script that lies beside a class, called by its digest and loaded when Redis does not know it. */
public final class RedisScript {

    /** Every call has arguments. One without makes Redis know the script, and does nothing. */
    private static final String IDLE = "if #ARGV == 0 then return 0 end ";

    private final String text;
    private final String digest;

    /**
     * @param owner class in whose package the script is
     * @param name of the file
     */
    public RedisScript(Class<?> owner, String name) {
        try (InputStream in = owner.getResourceAsStream(name)) {
            text = IDLE + new String(in.readAllBytes(), StandardCharsets.UTF_8);
            digest = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-1", e);
        }
    }

    /** A call; its keys and arguments are added to it. */
    public Request call(int keys) {
        return Request.cmd(Command.EVALSHA).arg(digest).arg(keys);
    }

    /** Sends calls of this script, of different devices, in one round trip; fails as {@link RedisPipeline#batch}. */
    public Uni<List<Response>> run(RedisPipeline redis, List<Request> calls) {
        return redis.independent(calls, this);
    }

    /** A call that only makes the server that has a key know the script. */
    Request load(String key) {
        return Request.cmd(Command.EVAL).arg(text).arg(1).arg(key);
    }
}
