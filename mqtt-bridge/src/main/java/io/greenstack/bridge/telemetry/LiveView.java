package io.greenstack.bridge.telemetry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.inject.Singleton;

import io.greenstack.platform.redis.DeviceActivity;
import io.greenstack.platform.redis.RedisErrors;
import io.greenstack.platform.redis.RedisKeys;
import io.greenstack.platform.redis.RedisPipeline;
import io.greenstack.platform.redis.RedisScript;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/**
 * The live view in Redis: newest values, history and pub/sub of each device, brought up to date by one script call per
 * device and one round trip per batch. Readings of a device are applied in the order given; a value is never replaced by
 * an older one, and a reading that was applied before changes nothing, so a batch can be repeated.
 */
@Singleton
class LiveView {

    private static final RedisScript SCRIPT = new RedisScript(LiveView.class, "live-view.lua");

    private static final String NOTE = "!";

    private final RedisPipeline redis;
    private final LiveViewSettings settings;

    LiveView(RedisPipeline redis, LiveViewSettings settings) {
        this.redis = redis;
        this.settings = settings;
    }

    /** What became of a reading. */
    enum Result {
        /** New to the live view; history and subscribers have it. */
        APPLIED,
        /** Everything in it is older than what the live view has. */
        STALE,
        /** The live view has it already. */
        DUPLICATE,
        /** The device would have too many parameters, and nothing else is in it; nothing was changed. */
        TOO_MANY_PARAMETERS,
        /** Redis cannot store it, whenever it is tried. */
        REFUSED
    }

    /**
     * What became of a reading, and of which parameters the device would have too many.
     *
     * @param leftOut names of parameters that are not in the live view for that
     */
    record Written(Result result, List<String> leftOut) {}

    /**
     * Brings readings into the live view.
     *
     * @param readings in the order of their arrival
     * @param traceparent W3C trace context to publish with them, null if there is none
     * @return one result per reading, in the same order; fails when Redis is away
     */
    Uni<List<Written>> write(List<LiveReading> readings, String traceparent) {
        Map<String, List<Integer>> byDevice = new LinkedHashMap<>();
        for (int i = 0; i < readings.size(); i++) {
            byDevice.computeIfAbsent(readings.get(i).deviceId(), id -> new ArrayList<>(2)).add(i);
        }
        List<Request> calls = new ArrayList<>(byDevice.size());
        try (ScriptArguments arguments = new ScriptArguments()) {
            byDevice.forEach((id, indexes) -> calls.add(call(id, indexes, readings, traceparent, arguments)));
        }
        List<List<Integer>> devices = List.copyOf(byDevice.values());
        return SCRIPT.run(redis, calls)
                .map(LiveView::letters)
                .call(letters -> DeviceActivity.note(redis,
                        heard(letters, List.copyOf(byDevice.keySet()), devices, readings)))
                .onFailure(failure -> !RedisErrors.refused(failure).isEmpty())
                .recoverWithItem(failure -> letters(RedisErrors.refused(failure), calls.size()))
                .map(letters -> results(letters, devices, readings));
    }

    private Request call(String deviceId, List<Integer> indexes, List<LiveReading> readings, String traceparent,
            ScriptArguments arguments) {
        Request call = SCRIPT.call(DeviceActivity.keys(4));
        call.arg(RedisKeys.latest(deviceId)).arg(RedisKeys.latestParts(deviceId));
        call.arg(RedisKeys.history(deviceId)).arg(RedisKeys.shadow(deviceId));
        DeviceActivity.addKey(call);
        call.arg(RedisKeys.telemetryChannel(deviceId));
        call.arg(settings.latestFor().toSeconds()).arg(settings.historyLength()).arg(settings.historyFor().toSeconds());
        call.arg(settings.maxParameters()).arg(settings.forgetAfter().toSeconds());
        call.arg(ScriptArguments.device(deviceId));
        Instant seen = lastSeen(indexes, readings);
        call.arg(seen.toString()).arg(seen.toEpochMilli()).arg(deviceId);
        call.arg(clockAhead(indexes, readings));
        call.arg(indexes.size());
        for (int index : indexes) {
            arguments.append(readings.get(index), traceparent, settings.forgetAfter().dividedBy(2), call);
        }
        return call;
    }

    /** What the newest message that gives a time says of the clock of its device; empty if none does. */
    private static String clockAhead(List<Integer> indexes, List<LiveReading> readings) {
        for (int i = indexes.size() - 1; i >= 0; i--) {
            LiveReading reading = readings.get(indexes.get(i));
            if (!reading.retained() && (reading.time().fromDevice() || reading.time().ahead() != null)) {
                return reading.time().ahead() == null ? "0" : Long.toString(reading.time().ahead().toMillis());
            }
        }
        return "";
    }

    private static Instant lastSeen(List<Integer> indexes, List<LiveReading> readings) {
        Instant last = Instant.EPOCH;
        for (int index : indexes) {
            Instant at = readings.get(index).receivedAt();
            last = at.isAfter(last) && !readings.get(index).retained() ? at : last;
        }
        return last;
    }

    private static List<String> letters(List<Response> answers) {
        List<String> letters = new ArrayList<>(answers.size());
        for (Response answer : answers) {
            letters.add(answer.toString());
        }
        return letters;
    }

    /** Devices of which the script says that it could not note them, and when they were heard of. */
    private static Map<String, Long> heard(List<String> answers, List<String> ids, List<List<Integer>> devices,
            List<LiveReading> readings) {
        Map<String, Long> heard = new HashMap<>();
        for (int device = 0; device < answers.size(); device++) {
            if (answers.get(device).endsWith(NOTE)) {
                heard.put(ids.get(device), lastSeen(devices.get(device), readings).toEpochMilli());
            }
        }
        return heard;
    }

    private static List<String> letters(Set<Integer> refused, int calls) {
        List<String> letters = new ArrayList<>(calls);
        for (int i = 0; i < calls; i++) {
            letters.add(refused.contains(i) ? "R" : "A");
        }
        return letters;
    }

    /** An answer has a letter for each reading, and behind {@code ;} each part that was left out, as {@code reading:part}. */
    private static List<Written> results(List<String> answers, List<List<Integer>> devices,
            List<LiveReading> readings) {
        Written[] results = new Written[readings.size()];
        for (int device = 0; device < devices.size(); device++) {
            List<Integer> indexes = devices.get(device);
            String[] answer = answers.get(device).replace(NOTE, "").split(";");
            for (int i = 0; i < indexes.size(); i++) {
                results[indexes.get(i)] = new Written(
                        result(answer[0].charAt(Math.min(i, answer[0].length() - 1))), List.of());
            }
            for (int i = 1; i < answer.length; i++) {
                int colon = answer[i].indexOf(':');
                int index = indexes.get(Integer.parseInt(answer[i].substring(0, colon)));
                leaveOut(results, index, readings.get(index), Integer.parseInt(answer[i].substring(colon + 1)));
            }
        }
        return List.of(results);
    }

    private static void leaveOut(Written[] results, int index, LiveReading reading, int part) {
        List<String> names = new ArrayList<>(results[index].leftOut());
        names.add(reading.values().get(part - reading.raw().size()).key());
        results[index] = new Written(results[index].result(), names);
    }

    private static Result result(char letter) {
        return switch (letter) {
            case 'A' -> Result.APPLIED;
            case 'S' -> Result.STALE;
            case 'D' -> Result.DUPLICATE;
            case 'X' -> Result.TOO_MANY_PARAMETERS;
            default -> Result.REFUSED;
        };
    }
}
