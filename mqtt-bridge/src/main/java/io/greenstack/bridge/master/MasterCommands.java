package io.greenstack.bridge.master;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.greenstack.bridge.command.CommandAnswers;
import io.greenstack.bridge.master.AdapterException.Kind;
import io.greenstack.core.message.DeviceId;
import io.greenstack.core.message.DeviceTopic;
import io.greenstack.core.message.TopicKind;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * Carries out commands and wanted values by the adapter of the device's master, and answers as the device would. Of a command
 * that is done twice, as {@link CommandAnswers} tells, a parameter is written with the same value.
 */
@Singleton
class MasterCommands {

    private static final Logger LOG = Logger.getLogger(MasterCommands.class);
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final DeviceOutlet outlet;
    private final OutputData outputs;
    private final WantedValues wanted;
    private final CommandAnswers answers;

    MasterCommands(DeviceOutlet outlet, OutputData outputs, WantedValues wanted, CommandAnswers answers) {
        this.outlet = outlet;
        this.outputs = outputs;
        this.wanted = wanted;
        this.answers = answers;
    }

    /**
     * Carries out a message; completes when its answer is said. Fails when Redis is away, and while it is not known what hangs on the
     * master, as after a change of its settings.
     */
    CompletableFuture<Void> carryOut(PortPlace place, DeviceTopic topic, byte[] payload) {
        JsonObject message;
        try {
            message = new JsonObject(new String(payload, StandardCharsets.UTF_8));
        } catch (DecodeException e) {
            LOG.warnf("A message to %s is no JSON object: %s", topic.deviceId().value(), e.getMessage());
            return CompletableFuture.completedFuture(null);
        }
        if (!place.known()) {
            return CompletableFuture.failedFuture(place.pause());
        }
        if (topic.kind() == TopicKind.COMMANDS) {
            return answers.answer(message,
                    () -> place.present() ? command(place, topic.deviceId(), message) : missing(place, message),
                    answer -> outlet.say(TopicKind.COMMANDS_RESPONSE, topic.deviceId(), answer))
                    .subscribeAsCompletionStage();
        }
        return place.present()
                ? wanted.write(place, topic.deviceId(), message).toCompletionStage().toCompletableFuture()
                : CompletableFuture.completedFuture(null);
    }

    private Uni<JsonObject> command(PortPlace place, DeviceId device, JsonObject message) {
        return Uni.createFrom().completionStage(() -> place.runner().inTurn(() -> answers.late(message)
                ? Future.<JsonObject>succeededFuture()
                : run(place, device, message)
                        .map(result -> new JsonObject().put("status", "ok").put("result", result)))
                .recover(failure -> place.runner().stopped()
                        ? Future.failedFuture(place.pause())
                        : Future.succeededFuture(refusal(failure)))
                .toCompletionStage());
    }

    /** A command that never expires does not wait until it is known what hangs on the port. */
    private static Uni<JsonObject> missing(PortPlace place, JsonObject message) {
        AdapterException absence = place.absence(message.containsKey("expires_at"));
        return absence == null
                ? Uni.createFrom().failure(place.pause())
                : Uni.createFrom().item(refusal(absence));
    }

    private Future<JsonObject> run(PortPlace place, DeviceId device, JsonObject message) {
        JsonObject parameters = message.getValue("parameters") instanceof JsonObject object ? object : new JsonObject();
        MasterAdapter adapter = place.runner().adapter();
        try {
            return switch (String.valueOf(message.getValue("command"))) {
                case "read_parameter" -> adapter.readParameter(place.port(), index(parameters), subindex(parameters))
                        .map(octets -> new JsonObject().put("hex", HEX.formatHex(octets)));
                case "write_parameter", "system_command" -> write(place, parameters);
                case "read_parameters" -> readAll(place, parameters.getJsonArray("parameters", new JsonArray()), 0,
                        new JsonArray()).map(values -> new JsonObject().put("values", values));
                case "write_parameters" -> writeAll(place, parameters);
                case "write_output" -> outputs.write(place, device, parameters);
                default -> Future.failedFuture(new AdapterException(Kind.DEVICE, "unknown-command",
                        "A device on a master knows read_parameter, read_parameters, write_parameter, write_parameters, "
                                + "system_command and write_output"));
            };
        } catch (ClassCastException | IllegalArgumentException | NullPointerException e) {
            return Future.failedFuture(new AdapterException(Kind.DEVICE, "bad-command",
                    "The command has no index, or no octets in 'hex': " + e.getMessage()));
        }
    }

    /** Writes, and where that is wanted reads what the device has then. */
    private static Future<JsonObject> write(PortPlace place, JsonObject parameters) {
        MasterAdapter adapter = place.runner().adapter();
        byte[] octets = HEX.parseHex(parameters.getString("hex"));
        int index = index(parameters);
        int subindex = subindex(parameters);
        Future<Void> written = adapter.writeParameter(place.port(), index, subindex, octets);
        return Boolean.TRUE.equals(parameters.getBoolean("read_back"))
                ? written.compose(done -> adapter.readParameter(place.port(), index, subindex))
                        .map(read -> new JsonObject().put("hex", HEX.formatHex(read)))
                : written.map(done -> new JsonObject());
    }

    /** What was refused is told beside what was written; of a block that was not taken as a whole nothing was. */
    private static Future<JsonObject> writeAll(PortPlace place, JsonObject parameters) {
        List<JsonObject> writes = parameters.getJsonArray("parameters").stream().map(JsonObject.class::cast).toList();
        return new BlockWrites(place.runner().adapter(), place.port())
                .write(writes, parameters.getBoolean("block", false)).map(written -> {
                    JsonArray values = new JsonArray();
                    for (int i = 0; i < writes.size(); i++) {
                        AdapterException refusal = i < written.refusals().size()
                                ? written.refusals().get(i)
                                : written.away();
                        JsonObject value = new JsonObject().put("variable_id", writes.get(i).getString("variable_id"))
                                .put("subindex", subindex(writes.get(i)));
                        values.add(refusal == null
                                ? value.put("hex", writes.get(i).getString("hex"))
                                : value.put("error", reason(refusal)));
                    }
                    if (written.refusals().stream().allMatch(Objects::nonNull)) {
                        throw written.refusals().stream().filter(refusal -> !BlockWrites.REFUSED.equals(refusal.code()))
                                .findFirst().orElse(written.away());
                    }
                    return new JsonObject().put("block", written.block()).put("values", values);
                });
    }

    /** One after the other; what cannot be read is told beside what can. Ends when the master is away. */
    private static Future<JsonArray> readAll(PortPlace place, JsonArray wanted, int next, JsonArray read) {
        if (next == wanted.size()) {
            return Future.succeededFuture(read);
        }
        JsonObject parameter = wanted.getJsonObject(next);
        JsonObject value = new JsonObject().put("variable_id", parameter.getString("variable_id"));
        return place.runner().adapter().readParameter(place.port(), index(parameter), subindex(parameter))
                .map(octets -> value.put("hex", HEX.formatHex(octets)))
                .recover(failure -> AdapterException.of(failure).kind() == Kind.DEVICE
                        ? Future.succeededFuture(value.put("error", reason(AdapterException.of(failure))))
                        : Future.failedFuture(failure))
                .compose(done -> readAll(place, wanted, next + 1, read.add(done)));
    }

    private static int index(JsonObject parameters) {
        return parameters.getInteger("index");
    }

    private static int subindex(JsonObject parameters) {
        return parameters.getInteger("subindex", 0);
    }

    private static JsonObject refusal(Throwable failure) {
        return new JsonObject().put("status", "error").put("error", reason(AdapterException.of(failure)));
    }

    private static JsonObject reason(AdapterException failure) {
        return new JsonObject().put("code", failure.code()).put("reason", failure.getMessage());
    }
}
