package io.greenstack.bridge.sparkplug;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.greenstack.bridge.command.CommandAnswers;
import io.greenstack.bridge.dialect.CanonicalMessages;
import io.greenstack.bridge.dialect.Publisher;
import io.greenstack.bridge.dialect.sparkplug.SparkplugBirths;
import io.greenstack.bridge.dialect.sparkplug.SparkplugBirths.Born;
import io.greenstack.bridge.dialect.sparkplug.SparkplugWrite;
import io.greenstack.bridge.dialect.sparkplug.SparkplugWrite.Refusal;
import io.greenstack.core.message.DeviceId;
import io.greenstack.core.message.DeviceTopic;
import io.greenstack.core.message.TopicKind;
import io.greenstack.core.message.Topics;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * Carries out commands and wanted values of devices behind edge nodes, and answers as the device would. What the device says of a
 * metric after the write is what it has; of what it says nothing it is not known whether it took it.
 */
@Singleton
class SparkplugOrders {

    private static final Logger LOG = Logger.getLogger(SparkplugOrders.class);

    private final SparkplugBirths births;
    private final WriteEchoes echoes;
    private final CommandAnswers answers;
    private final Publisher publisher;
    private final CanonicalMessages messages;
    private final HostSettings settings;
    private final Clock clock;

    SparkplugOrders(SparkplugBirths births, WriteEchoes echoes, CommandAnswers answers, Publisher publisher,
            Topics topics, HostSettings settings, Clock clock) {
        this.births = births;
        this.echoes = echoes;
        this.answers = answers;
        this.publisher = publisher;
        this.messages = new CanonicalMessages(topics);
        this.settings = settings;
        this.clock = clock;
    }

    /** Carries out a message; fails when Redis or the broker is away. */
    CompletableFuture<Void> carryOut(DeviceTopic topic, byte[] payload) {
        return births.find(topic.deviceId()).chain(born -> {
            JsonObject message = born.isEmpty() ? null : read(topic, payload);
            if (message == null) {
                return Uni.createFrom().voidItem();
            }
            return topic.kind() == TopicKind.COMMANDS
                    ? answers.answer(message, () -> command(topic.deviceId(), born.get(), message),
                            answer -> say(TopicKind.COMMANDS_RESPONSE, topic.deviceId(), answer))
                    : wanted(topic.deviceId(), born.get(), message);
        }).subscribeAsCompletionStage();
    }

    private static JsonObject read(DeviceTopic topic, byte[] payload) {
        try {
            return new JsonObject(new String(payload, StandardCharsets.UTF_8));
        } catch (DecodeException e) {
            LOG.warnf("A message to %s is no JSON object: %s", topic.deviceId().value(), e.getMessage());
            return null;
        }
    }

    private CompletionStage<Void> say(TopicKind kind, DeviceId device, byte[] payload) {
        return publisher.publish(messages.raw(kind, device, payload));
    }

    private Uni<JsonObject> command(DeviceId device, Born born, JsonObject message) {
        JsonObject parameters = message.getValue("parameters") instanceof JsonObject object ? object : new JsonObject();
        return switch (String.valueOf(message.getValue("command"))) {
            case "write_metrics" -> parameters.getValue("values") instanceof JsonObject values && !values.isEmpty()
                    ? write(device, born, values, Boolean.TRUE.equals(parameters.getValue("confirm")))
                    : refusal("bad-command", "The command has no 'values', an object of metrics and values");
            case "rebirth" -> Uni.createFrom()
                    .completionStage(() -> publisher.publish(SparkplugWrite.rebirth(born.place(), clock.instant())))
                    .map(done -> ok(new JsonObject()));
            default ->
                refusal("unknown-command", "A device behind a Sparkplug edge node knows write_metrics and rebirth");
        };
    }

    private Uni<JsonObject> write(DeviceId device, Born born, JsonObject values, boolean control) {
        SparkplugWrite write = SparkplugWrite.of(born, values.getMap(), control, clock.instant());
        if (!write.refused().isEmpty()) {
            // all or nothing: what is written is not taken back
            Map.Entry<String, Refusal> first = write.refused().entrySet().iterator().next();
            return refusal(first.getValue().code(), first.getValue().reason());
        }
        return carryOut(device, write).map(said -> {
            JsonObject result = new JsonObject().put("values", new JsonObject(new LinkedHashMap<>(said)));
            JsonArray silent = new JsonArray();
            write.expected().keySet().stream().filter(name -> !said.containsKey(name)).forEach(silent::add);
            return ok(silent.isEmpty() ? result : result.put("unconfirmed", silent));
        });
    }

    /** What the device has said of the metrics since they were written. */
    private Uni<Map<String, Object>> carryOut(DeviceId device, SparkplugWrite write) {
        if (write.command() == null) {
            return Uni.createFrom().item(new LinkedHashMap<>());
        }
        CompletableFuture<Map<String, Object>> echo = echoes.expect(device, write.expected(), settings.echoTimeout());
        return Uni.createFrom().completionStage(() -> publisher.publish(write.command()))
                .chain(() -> Uni.createFrom().completionStage(echo));
    }

    /** Reports what the device has now, and why it cannot have others. Of what it says nothing, nothing is reported. */
    private Uni<Void> wanted(DeviceId device, Born born, JsonObject message) {
        Map<String, Object> leaves = new LinkedHashMap<>();
        if (message.getValue("delta") instanceof JsonObject delta) {
            Wanted.leaves("", delta, leaves);
        }
        if (leaves.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        SparkplugWrite write = SparkplugWrite.of(born, leaves, false, clock.instant());
        return carryOut(device, write).chain(said -> {
            JsonObject reported = new JsonObject();
            JsonObject rejected = new JsonObject();
            // as it is wanted where that is what the device has, so that 33 and 33.0 are no difference
            said.replaceAll((name, value) -> value.equals(write.expected().get(name)) ? leaves.get(name) : value);
            Wanted.put(message.getJsonObject("delta"), "", said, reported);
            Map<String, Object> reasons = new LinkedHashMap<>();
            write.refused().forEach((name, refusal) -> reasons.put(name,
                    new JsonObject().put("reason", refusal.reason()).put("code", refusal.code())));
            Wanted.put(message.getJsonObject("delta"), "", reasons, rejected);
            return reported.isEmpty() && rejected.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : Uni.createFrom().completionStage(() -> say(TopicKind.CONFIG_REPORTED, device, new JsonObject()
                            .put("reported", reported).put("rejected", rejected)
                            .put("version", message.getValue("version"))
                            .put("timestamp", clock.instant().toString()).encode().getBytes(StandardCharsets.UTF_8)));
        });
    }

    private static JsonObject ok(JsonObject result) {
        return new JsonObject().put("status", "ok").put("result", result);
    }

    private static Uni<JsonObject> refusal(String code, String reason) {
        return Uni.createFrom().item(new JsonObject().put("status", "error").put("error",
                new JsonObject().put("code", code).put("reason", reason)));
    }
}
