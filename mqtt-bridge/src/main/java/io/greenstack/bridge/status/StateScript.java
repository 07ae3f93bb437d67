package io.greenstack.bridge.status;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

import io.greenstack.core.message.DeviceId;
import io.greenstack.core.message.InboundMessage;
import io.greenstack.core.message.StatusMessage;
import io.greenstack.platform.redis.RedisKeys;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;

/** Calls of the script {@code connection-state.lua}, which applies a status message unless it is old. */
final class StateScript {

    /** A device that was heard of within this time is there, whatever a retained message of unknown age says. */
    private static final Duration JUST_NOW = Duration.ofSeconds(30);
    private static final String TEXT = read();
    private static final String SHA = sha1(TEXT);

    private StateScript() {}

    /** Makes the script known to Redis. */
    static Request load() {
        return Request.cmd(Command.SCRIPT).arg("LOAD").arg(TEXT);
    }

    /**
     * Applies a message.
     *
     * @param now when that happens, which for a replay is long after its arrival
     */
    static Request call(DeviceId device, StatusMessage status, InboundMessage message, Instant now) {
        boolean timed = status.timestamp().fromDevice();
        boolean replayed = message.replayOf() != null;
        return Request.cmd(Command.EVALSHA).arg(SHA).arg(2)
                .arg(RedisKeys.shadow(device.value())).arg(RedisKeys.DEVICE_ACTIVITY)
                .arg(device.value()).arg(status.state().token())
                .arg(message.receivedAt().toString()).arg(message.receivedAt().toEpochMilli())
                .arg(message.retained() ? "1" : "0")
                .arg(timed ? Long.toString(status.timestamp().time().toEpochMilli()) : "")
                .arg(timed ? status.timestamp().toString() : "")
                .arg(status.session() == null ? "" : status.session())
                .arg(JUST_NOW.toMillis())
                .arg(ChronoUnit.MICROS.between(Instant.EPOCH, message.receivedAt()))
                .arg(replayed ? "1" : "0")
                .arg((replayed ? now : message.receivedAt()).toEpochMilli());
    }

    private static String read() {
        try (InputStream in = StateScript.class.getResourceAsStream("connection-state.lua")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha1(String script) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(script.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-1", e);
        }
    }
}
