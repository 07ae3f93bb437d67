package io.greenstack.bridge.status;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import io.greenstack.core.message.DeviceId;
import io.greenstack.core.message.InboundMessage;
import io.greenstack.core.message.StatusMessage;
import io.greenstack.platform.redis.DeviceActivity;
import io.greenstack.platform.redis.RedisKeys;
import io.greenstack.platform.redis.RedisScript;
import io.vertx.redis.client.Request;

/** Calls of the script {@code connection-state.lua}, which applies a status message unless it is old. */
final class StateScript {

    /** A device that was heard of within this time is there, whatever a retained message of unknown age says. */
    private static final Duration JUST_NOW = Duration.ofSeconds(30);
    static final RedisScript SCRIPT = new RedisScript(StateScript.class, "connection-state.lua");

    private StateScript() {}

    /**
     * Applies a message.
     *
     * @param now when that happens, which for a replay is long after its arrival
     */
    static Request call(DeviceId device, StatusMessage status, InboundMessage message, Instant now) {
        boolean timed = status.timestamp().fromDevice();
        boolean replayed = message.replayOf() != null;
        return DeviceActivity.addKey(SCRIPT.call(DeviceActivity.keys(1)).arg(RedisKeys.shadow(device.value())))
                .arg(device.value()).arg(status.state().token())
                .arg(message.receivedAt().toString()).arg(message.receivedAt().toEpochMilli())
                .arg(message.retained() ? "1" : "0")
                .arg(timed ? Long.toString(status.timestamp().time().toEpochMilli()) : "")
                .arg(timed ? status.timestamp().toString() : "")
                .arg(status.session() == null ? "" : status.session())
                .arg(JUST_NOW.toMillis())
                .arg(ChronoUnit.MICROS.between(Instant.EPOCH, message.receivedAt()))
                .arg(replayed ? "1" : "0")
                .arg(told(message, now))
                .arg(status.timestamp().ahead() != null
                        ? Long.toString(status.timestamp().ahead().toMillis())
                        : timed ? "0" : "");
    }

    /** Time under which the api-service is told, in milliseconds since 1970. */
    static long told(InboundMessage message, Instant now) {
        return (message.replayOf() != null ? now : message.receivedAt()).toEpochMilli();
    }
}
