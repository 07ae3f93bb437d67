package io.greenstack.api.command;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.greenstack.api.ApiTest;
import io.greenstack.api.Samples;
import io.greenstack.platform.outbound.OutboundEntry;
import io.greenstack.platform.outbound.OutboundMessage;
import io.greenstack.platform.outbound.OutboundRefusal;
import io.greenstack.platform.outbound.RedisOutboundQueue;
import io.greenstack.platform.redis.RedisKeys;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;

@ApiTest
class CommandResourceTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Inject
    RedisOutboundQueue queue;
    @Inject
    Redis redis;

    private static ValidatableResponse post(String path, String body) {
        return given().contentType(ContentType.JSON).body(body.replace('\'', '"')).post(path).then();
    }

    private static ValidatableResponse command(String device, String body) {
        return post("/api/devices/" + device + "/commands", body);
    }

    private static void register(String device) {
        given().contentType(ContentType.JSON).body(Map.of("device_id", device)).post("/api/devices/register").then()
                .statusCode(201);
    }

    private static void register(String device, int ioLinkId) {
        Samples.imported(Samples.conditional(ioLinkId));
        given().contentType(ContentType.JSON)
                .body(Map.of("device_id", device, "iolink", Map.of("vendor_id", 65535, "device_id", ioLinkId)))
                .post("/api/devices/register").then().statusCode(201).body("binding.state", equalTo("bound"));
    }

    private static ValidatableResponse get(String device, String id) {
        return given().get("/api/devices/" + device + "/commands/" + id).then().statusCode(200);
    }

    private static void awaitState(String device, String id, String state) {
        await().atMost(LIMIT).untilAsserted(() -> get(device, id).body("state", equalTo(state)));
    }

    private List<OutboundEntry> waiting(String id) {
        return queue.oldest(1000).await().atMost(LIMIT).stream().filter(e -> e.message().id().equals("command:" + id))
                .toList();
    }

    private OutboundEntry awaitQueued(String id) {
        await().atMost(LIMIT).until(() -> !waiting(id).isEmpty());
        return waiting(id).get(0);
    }

    private void acknowledge(String id) {
        queue.remove(List.of(awaitQueued(id)), List.of(), List.of()).await().atMost(LIMIT);
    }

    private static ValidatableResponse respond(String device, String payload) {
        return post("/api/commands/responses", "{'responses':[{'device_id':'" + device
                + "','answered_at':'2026-01-01T00:00:00Z','payload':" + payload + "}]}");
    }

    @Test
    void aCommandIsQueuedSentAndAnswered() {
        register("cmd-1");
        String id = command("cmd-1", "{'command':'blink','parameters':{'times':3},'timeout':'5m'}").statusCode(202)
                .body("state", equalTo("queued")).body("device_id", equalTo("cmd-1"))
                .header("Location", containsString("/api/devices/cmd-1/commands/")).extract()
                .path("command_id");

        OutboundMessage message = awaitQueued(id).message();
        assertThat(message.topic()).isEqualTo("devices/cmd-1/commands");
        assertThat(message.qos()).isEqualTo(1);
        assertThat(message.retain()).isFalse();
        JsonPath payload = new JsonPath(new String(message.payload(), StandardCharsets.UTF_8));
        assertThat(payload.getString("command_id")).isEqualTo(id);
        assertThat(payload.getString("command")).isEqualTo("blink");
        assertThat(payload.getInt("parameters.times")).isEqualTo(3);
        assertThat(payload.getString("expires_at")).isEqualTo(message.expiresAt().toString());

        acknowledge(id);
        awaitState("cmd-1", id, "sent");
        respond("cmd-1", "{'command_id':'" + id + "','status':'ok','result':{'blinked':3}}").statusCode(200)
                .body("results[0].status", equalTo("stored"));
        get("cmd-1", id).body("state", equalTo("answered")).body("result.blinked", equalTo(3))
                .body("late", equalTo(false)).body("answered_at", equalTo("2026-01-01T00:00:00Z"));
        respond("cmd-1", "{'command_id':'" + id + "','status':'error'}").body("results[0].status", equalTo("known"));
        get("cmd-1", id).body("state", equalTo("answered"));
    }

    private static String lastId(String device) {
        return given().get("/api/devices/" + device + "/commands").then().extract().path("[0].command_id");
    }

    @Test
    void whatBelongsToNoCommandIsRejectedItemByItem() {
        register("cmd-2");
        register("cmd-2b");
        String id = command("cmd-2", "{'command':'a'}").extract().path("command_id");
        post("/api/commands/responses",
                """
                        {'responses':[
                        {'device_id':'cmd-2b','answered_at':'2026-01-01T00:00:00Z','payload':{'command_id':'ID','status':'ok'}},
                        {'device_id':'cmd-2','answered_at':'2026-01-01T00:00:00Z','payload':{'command_id':'x'}},
                        {'device_id':'cmd-2','answered_at':'2026-01-01T00:00:00Z','payload':{'command_id':'ID','status':'maybe'}},
                        {'device_id':'cmd-2','answered_at':'2026-01-01T00:00:00Z','payload':{'command_id':'ID','error':'jammed'}}]}
                        """
                        .replace("ID", id))
                .statusCode(200).body("results.status",
                        equalTo(List.of("rejected", "rejected", "rejected", "stored")))
                .body("results[0].code", equalTo("unknown-command"));
        get("cmd-2", id).body("state", equalTo("failed")).body("error", equalTo("jammed"));
    }

    @Test
    void withoutAnAnswerACommandTimesOutAndALateAnswerIsStored() {
        register("cmd-3");
        String id = command("cmd-3", "{'command':'a','timeout':'1s'}").extract().path("command_id");
        awaitState("cmd-3", id, "timed_out");
        respond("cmd-3", "{'command_id':'" + id + "','status':'ok','result':1}").body("results[0].status",
                equalTo("stored"));
        get("cmd-3", id).body("state", equalTo("answered")).body("late", equalTo(true)).body("result", equalTo(1));
    }

    @Test
    void aCommandThatTheBrokerWillNeverTakeFailsAtOnceAndAReplayOfItCounts() {
        register("cmd-10");
        String id = command("cmd-10", "{'command':'a','timeout':'10m'}").extract().path("command_id");
        OutboundEntry entry = awaitQueued(id);
        queue.remove(List.of(), List.of(), List.of(new OutboundRefusal(entry, "The broker closed the connection")))
                .await().atMost(LIMIT);

        awaitState("cmd-10", id, "failed");
        get("cmd-10", id).body("error.code", equalTo("not-publishable"))
                .body("error.reason", equalTo("The broker closed the connection")).body("sent_at", nullValue())
                .body("answered_at", nullValue());
        assertThat(waiting(id)).isEmpty();

        OutboundMessage m = entry.message();
        queue.append(List.of(new OutboundMessage(m.id(), m.topic(), m.payload(), m.qos(), m.retain(), m.expiresAt(),
                m.traceparent(), true, "1-1"))).await().atMost(LIMIT);
        acknowledge(id);
        awaitState("cmd-10", id, "sent");
        get("cmd-10", id).body("error", nullValue());
        queue.remove(List.of(), List.of(), List.of(new OutboundRefusal(entry, "too late"))).await().atMost(LIMIT);
        respond("cmd-10", "{'command_id':'" + id + "','status':'error','error':'jammed'}");
        get("cmd-10", id).body("state", equalTo("failed")).body("error", equalTo("jammed"));
    }

    @Test
    void aQueueThatForgotEverythingLosesNoCommandAndOneThatRemembersGetsNoSecond() {
        register("cmd-4");
        String id = command("cmd-4", "{'command':'a','timeout':'10m'}").extract().path("command_id");
        awaitQueued(id);
        redis.batch(List.of(Request.cmd(Command.DEL).arg(RedisKeys.OUTBOUND).arg(RedisKeys.outboundWaiting())))
                .toCompletionStage().toCompletableFuture().join();
        OutboundEntry again = awaitQueued(id);

        String later = command("cmd-4", "{'command':'b','timeout':'1s'}").extract().path("command_id");
        awaitState("cmd-4", later, "timed_out");
        assertThat(waiting(id)).extracting(OutboundEntry::position).containsExactly(again.position());
    }

    @Test
    void aCallerMayWaitForTheAnswer() {
        register("cmd-5");
        CompletableFuture<ValidatableResponse> waiting = CompletableFuture
                .supplyAsync(() -> post("/api/devices/cmd-5/commands?wait=20s", "{'command':'a'}"));
        await().atMost(LIMIT).until(() -> lastId("cmd-5") != null);
        respond("cmd-5", "{'command_id':'" + lastId("cmd-5") + "','status':'ok','result':'done'}");
        waiting.join().statusCode(200).body("state", equalTo("answered")).body("result", equalTo("done"));

        post("/api/devices/cmd-5/commands?wait=100ms", "{'command':'a'}").statusCode(202).body("state",
                equalTo("queued"));
    }

    @Test
    void commandsAreListedByState() {
        register("cmd-6");
        String first = command("cmd-6", "{'command':'a'}").extract().path("command_id");
        String second = command("cmd-6", "{'command':'b'}").extract().path("command_id");
        respond("cmd-6", "{'command_id':'" + first + "','status':'error','error':{'code':7}}");
        given().get("/api/devices/cmd-6/commands").then().header("X-Total-Count", "2").body("command_id",
                equalTo(List.of(second, first)));
        given().get("/api/devices/cmd-6/commands?state=failed").then().body("$", hasSize(1)).body("[0].error.code",
                equalTo(7));
        given().get("/api/devices/cmd-6/commands?state=nonsense").then().statusCode(400);
        given().get("/api/devices/cmd-6/commands/nonsense").then().statusCode(404);
        given().get("/api/devices/cmd-none/commands").then().statusCode(404);

        given().delete("/api/devices/cmd-6").then().statusCode(204);
        register("cmd-6");
        given().get("/api/devices/cmd-6/commands").then().body("$", hasSize(0));
    }

    @Test
    void aBadRequestSaysWhatIsWrong() {
        register("cmd-7");
        command("cmd-none", "{'command':'a'}").statusCode(404);
        command("cmd-7", "{}").statusCode(400);
        command("cmd-7", "{'command':'no blanks'}").statusCode(400);
        command("cmd-7", "{'command':'a','timeout':'25h'}").statusCode(400).body("errors[0].field", equalTo("timeout"));
        command("cmd-7", "{'command':'a','value':1}").statusCode(400).body("errors[0].field", equalTo("value"));
        command("cmd-7", "{'command':'a','parameters':'" + "x".repeat(70_000) + "'}").statusCode(413);
        command("cmd-7", "{'command':'read_parameter'}").statusCode(400).body("errors[0].field", equalTo("parameter"));
        command("cmd-7", "{'command':'read_parameter','parameter':71}").statusCode(422).body("code",
                equalTo("no-description"));
        post("/api/devices/cmd-7/commands?wait=1h", "{'command':'a'}").statusCode(400);
    }

    @Test
    void parametersAreReadAndWrittenByTheDescription() {
        register("cmd-8", 4301);
        String read = command("cmd-8", "{'command':'read_parameter','parameter':71}").statusCode(202)
                .body("parameters.index", equalTo(71)).body("parameters.subindex", equalTo(0))
                .body("parameters.variable_id", equalTo("V_Unit")).body("parameters.hex", nullValue()).extract()
                .path("command_id");
        respond("cmd-8", "{'command_id':'" + read + "','status':'ok','result':{'hex':'01'}}");
        get("cmd-8", read).body("result.hex", equalTo("01")).body("result.value", equalTo(1))
                .body("result.variable_id", equalTo("V_Unit"));

        command("cmd-8", "{'command':'write_parameter','parameter':'Temperature unit','value':1}").statusCode(202)
                .body("parameters.hex", equalTo("01")).body("parameters.value", equalTo(1));

        String odd = command("cmd-8", "{'command':'read_parameter','parameter':'V_Unit'}").extract().path("command_id");
        respond("cmd-8", "{'command_id':'" + odd + "','status':'ok','result':{'hex':'zz'}}").body("results[0].status",
                equalTo("stored"));
        assertThat(get("cmd-8", odd).extract().<String>path("result.decode_error")).isNotBlank();
    }

    @Test
    void anErrorOfTheVendorIsToldInTheWordsOfTheDescription() {
        Samples.imported(Samples.simple(4303));
        given().contentType(ContentType.JSON)
                .body(Map.of("device_id", "cmd-11", "iolink", Map.of("vendor_id", 65535, "device_id", 4303)))
                .post("/api/devices/register").then().statusCode(201).body("binding.state", equalTo("bound"));
        String write = "{'command':'read_parameter','parameter':65}";
        String vendor = command("cmd-11", write).statusCode(202).extract().path("command_id");
        respond("cmd-11",
                "{'command_id':'" + vendor + "','status':'error','error':{'code':'0x8101','reason':'refused'}}");
        get("cmd-11", vendor).body("state", equalTo("failed")).body("error.code", equalTo("0x8101"))
                .body("error.reason", equalTo("refused")).body("error.name", equalTo("Switch points crossed"))
                .body("error.description", equalTo("The reset point must be below the set point"));

        String standard = command("cmd-11", write).extract().path("command_id");
        respond("cmd-11", "{'command_id':'" + standard + "','status':'error','error':{'code':'0x8030','reason':'r'}}");
        get("cmd-11", standard).body("error.reason", equalTo("r")).body("error.name", nullValue());

        String words = command("cmd-11", write).extract().path("command_id");
        respond("cmd-11", "{'command_id':'" + words + "','status':'error','error':'jammed'}");
        get("cmd-11", words).body("error", equalTo("jammed"));
    }

    @Test
    void severalParametersAreOneCommand() {
        register("cmd-12", 4304);
        String path = "/api/devices/cmd-12/commands";
        command("cmd-12", "{'command':'write_parameters','value':{'V_Unit':1}}").statusCode(202)
                .body("parameters.block", equalTo(false)).body("parameters.parameters", hasSize(1))
                .body("parameters.parameters[0].variable_id", equalTo("V_Unit"))
                .body("parameters.parameters[0].hex", equalTo("01"));
        command("cmd-12", "{'command':'write_parameters','value':{'V_Unit':1,'V_Settings':{'2':3}}}").statusCode(202)
                .body("parameters.block", equalTo(true)).body("parameters.parameters[1].subindex", equalTo(2));
        command("cmd-12", "{'command':'write_parameters','block':false,'value':{'V_Unit':1,'V_Settings':{'2':3}}}")
                .statusCode(202).body("parameters.block", equalTo(false));
        command("cmd-12", "{'command':'write_parameters','value':{}}").statusCode(400);
        command("cmd-12", "{'command':'write_parameters'}").statusCode(400);
        command("cmd-12", "{'command':'write_parameters','value':{'V_None':1}}").statusCode(422)
                .body("code", equalTo("unknown-parameter"));
        command("cmd-12", "{'command':'write_parameters','value':{'V_Unit':77}}").statusCode(422);
        command("cmd-12", "{'command':'write_parameters','value':{'2':130}}").statusCode(422)
                .body("code", equalTo("confirmation-needed"));
        given().get(path).then().body("$", hasSize(3));
    }

    @Test
    void whatTheDescriptionForbidsIsRefused() {
        register("cmd-9", 4302);
        refuse("'write_parameter','parameter':'V_Unit','value':99", "value-out-of-range");
        refuse("'write_parameter','parameter':'V_Unit','value':true", "wrong-type");
        refuse("'write_parameter','parameter':'V_VendorName','value':'me'", "read-only");
        refuse("'read_parameter','parameter':'V_Nothing'", "unknown-parameter");
        refuse("'read_parameter','parameter':'V_SystemCommand'", "write-only");
        refuse("'read_parameter','parameter':'V_Settings','subindex':9", "unknown-item");
        command("cmd-9", "{'command':'write_parameter','parameter':'V_Unit'}").statusCode(400);
    }

    private static void refuse(String body, String code) {
        command("cmd-9", "{'command':" + body + "}").statusCode(422).body("code", equalTo(code)).body("errors.size()",
                equalTo(1)).body("errors[0].code", equalTo(code));
    }
}
