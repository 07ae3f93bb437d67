package io.greenstack.api.master;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.greenstack.api.ApiTest;
import io.greenstack.api.Samples;
import io.greenstack.api.platform.Sql;
import io.greenstack.platform.master.MasterConfig;
import io.greenstack.platform.master.MasterSecrets;
import io.greenstack.platform.outbound.OutboundEntry;
import io.greenstack.platform.outbound.RedisOutboundQueue;
import io.greenstack.platform.redis.RedisKeys;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

@ApiTest
class MasterResourceTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    Redis redis;
    @Inject
    RedisOutboundQueue queue;
    @Inject
    MasterSecrets secrets;
    @Inject
    Sql sql;

    private final String id = "m" + UUID.randomUUID().toString().substring(0, 8);
    private long epoch = System.currentTimeMillis() + 1_000_000_000L;

    @AfterEach
    void clean() {
        given().delete("/api/masters/" + id);
    }

    private static ValidatableResponse post(String path, String body) {
        return given().contentType(ContentType.JSON).body(body.replace('\'', '"')).post(path).then();
    }

    private ValidatableResponse put(String body) {
        return given().contentType(ContentType.JSON).body(body.replace('\'', '"')).put("/api/masters/" + id).then();
    }

    private ValidatableResponse create(String more) {
        return post("/api/masters", "{'id':'" + id + "','kind':'ifm_http','address':'127.0.0.1:8099'" + more + "}");
    }

    private ValidatableResponse report(long by, String more) {
        return post("/api/masters/reports", "{'epoch':" + by + ",'masters':[{'id':'" + id + "'," + more + "}]}");
    }

    private List<MasterConfig> published() {
        Response document = redis.send(Request.cmd(Command.HGET).arg(RedisKeys.MASTER_CONFIGS).arg("document"))
                .toCompletionStage().toCompletableFuture().join();
        return document == null
                ? List.of()
                : MasterConfig.read(document.toString()).stream().filter(master -> master.id().equals(id)).toList();
    }

    @Test
    void aMasterIsAddedChangedPublishedAndDeleted() {
        create("").statusCode(201).header("Location", containsString(
                "/api/masters/" + id)).body("address", equalTo("http://127.0.0.1:8099"))
                .body("interval", equalTo("500ms")).body("name", equalTo(id)).body("state", equalTo("waiting"))
                .body("has_password", equalTo(false));
        await().atMost(LIMIT).until(() -> published().size() == 1);
        create("").statusCode(409).body("code", equalTo("master-exists"));

        put("{'name':'Line 1','kind':'ifm_http','address':'127.0.0.1:8098','interval':'2s','location':'Hall'}")
                .statusCode(200).body("name", equalTo("Line 1")).body("interval", equalTo("2s"));
        await().atMost(LIMIT).until(() -> published().get(0).intervalMillis() == 2_000);
        put("{'kind':'ifm_http','address':'127.0.0.1','enabled':false}").statusCode(200)
                .body("state", equalTo("disabled"));
        await().atMost(LIMIT).until(() -> published().isEmpty());
        given().get("/api/masters?size=100").then().statusCode(200).body("id", hasItem(id));
        given().delete("/api/masters/" + id).then().statusCode(204);
        given().get("/api/masters/" + id).then().statusCode(404).body("code", equalTo("unknown-master"));
    }

    @Test
    void passwordsAreSealedAndNeverToldAndStayAtTheirAddress() {
        create(",'username':'admin','password':'geheim-4711'").statusCode(201).body("has_password", equalTo(true))
                .body("$", not(hasKey("password")));
        String stored = sql.query("select sealed_password from master where id = :id").bind("id", id)
                .one(row -> row.text(1));
        assertThat(stored).doesNotContain("geheim");
        assertThat(secrets.open(id, stored)).isEqualTo("geheim-4711");
        await().atMost(LIMIT).until(() -> published().size() == 1);
        assertThat(published().get(0).sealedPassword()).isEqualTo(stored);

        put("{'kind':'ifm_http','address':'127.0.0.1:8099','username':'admin'}").statusCode(200)
                .body("has_password", equalTo(true));
        put("{'kind':'ifm_http','address':'127.0.0.1:8100','username':'admin'}").statusCode(400)
                .body("detail", containsString("given anew"));
        put("{'kind':'ifm_http','address':'127.0.0.1:8099'}").statusCode(200).body("has_password", equalTo(false));
    }

    @Test
    void addressesOutsideOfTheAllowedNetworksAreRefused() {
        for (String address : List.of("169.254.169.254", "10.1.2.3", "http://[::1]", "ftp://127.0.0.1", "http://",
                "http://user:x@127.0.0.1", "http://127.0.0.1/?a=b", "0.0.0.0")) {
            post("/api/masters", "{'id':'" + id + "','kind':'ifm_http','address':'" + address + "'}").statusCode(400)
                    .body("errors[0].field", equalTo("address"));
        }
        create(",'interval':'99ms'").statusCode(400).body("errors[0].field", equalTo("interval"));
        post("/api/masters", "{'id':'A B','kind':'ifm_http','address':'127.0.0.1'}").statusCode(400);
        post("/api/masters", "{'id':'" + id + "','kind':'nothing','address':'127.0.0.1'}").statusCode(400);
    }

    @Test
    void aMasterOnTheBrokerHasATopicAsItsAddressAndNoLogin() {
        String begin = "{'id':'" + id + "','kind':'ice2','address':'";
        for (String topic : List.of("", "/hall1", "hall1/", "hall1//17", "hall1/+", "hall1/#", "$SYS/x",
                "x".repeat(201))) {
            post("/api/masters", begin + topic + "'}").statusCode(400).body("errors[0].field", equalTo("address"));
        }
        post("/api/masters", begin + "hall1/ice2-17','username':'admin'}").statusCode(400)
                .body("errors[0].field", equalTo("username"));
        post("/api/masters", begin + "hall1/ice2-17'}").statusCode(201).body("address", equalTo("hall1/ice2-17"))
                .body("kind", equalTo("ice2"));
        await().atMost(LIMIT).until(() -> published().size() == 1);
        assertThat(published().get(0).kind()).isEqualTo("ICE2");
        put("{'kind':'ice2','address':'hall2/ICE2 17'}").statusCode(200).body("address", equalTo("hall2/ICE2 17"));
    }

    @Test
    void whatTheBridgeSaysIsShownAndAnEarlierBridgeIsNotHeard() {
        create("").statusCode(201);
        String device = id + ":1:310-1012-A1";
        given().contentType(ContentType.JSON).body(Map.of("device_id", device)).post("/api/devices/register").then()
                .statusCode(201);
        String port = "'ports':[{'port':1,'mode':'io_link','device_id':'" + device
                + "','vendor_id':310,'iolink_device_id':1012,'product':'TV7105','serial':'A1','cycle_us':2300,"
                + "'readings':5,'invalid':1},{'port':2,'mode':'disabled','readings':0,'invalid':0}]";
        report(epoch, "'state':'connected','last_contact':'2026-01-01T00:00:00Z','read_ms':12,'vendor':'ifm',"
                + "'product':'AL1350','firmware':'3.1'," + port).statusCode(200).body("taken", equalTo(1));
        given().get("/api/masters/" + id).then().body("state", equalTo("connected")).body("error", nullValue())
                .body("identity.product", equalTo("AL1350")).body("ports", equalTo(2)).body("devices", equalTo(1))
                .body("read_ms", equalTo(12));
        given().get("/api/masters/" + id + "/ports").then().body("$", hasSize(2))
                .body("[0].device_id", equalTo(device)).body("[0].iolink_device_id", equalTo(1012))
                .body("[0].invalid", equalTo(1)).body("[1].mode", equalTo("disabled"));
        given().get("/api/devices/" + device).then().body("master.id", equalTo(id)).body("master.port", equalTo(1));

        report(epoch - 1, "'state':'away','error':'old'").body("taken", equalTo(0));
        given().get("/api/masters/" + id).then().body("state", equalTo("connected"));

        report(epoch + 1, "'state':'connected','ports':[{'port':1,'mode':'io_link','readings':0,'invalid':0}]")
                .body("taken", equalTo(1));
        given().get("/api/devices/" + device).then().body("master", nullValue());
        given().get("/api/masters/" + id + "/ports/1/changes").then().body("$", hasSize(2))
                .body("[0].device_before", equalTo(device)).body("[0].device_after", nullValue())
                .body("[1].device_after", equalTo(device));
        report(epoch + 1, "'state':'away','error':'The master does not answer'").body("taken", equalTo(1));
        given().get("/api/masters/" + id).then().body("state", equalTo("away"))
                .body("error", containsString("does not answer"));
    }

    @Test
    void aDeltaForADeviceOnAMasterHasItsOctetsAndIsSaidAgainWhenTheDeviceIsBack() throws Exception {
        String device = deviceOnPort(7_731);
        String there = "'state':'connected','ports':[{'port':1,'mode':'io_link','device_id':'" + device
                + "','readings':0,'invalid':0}]";
        given().contentType(ContentType.JSON).body("{\"V_Unit\":1}").patch("/api/devices/" + device + "/shadow/desired")
                .then().statusCode(200);
        await().atMost(LIMIT).until(() -> deltas(device).size() == 1);
        JsonNode write = deltas(device).get(0).at("/writes/0");
        assertThat(write.path("variable_id").asText()).isEqualTo("V_Unit");
        assertThat(write.path("hex").asText()).isEqualTo("01");
        assertThat(write.path("value").asInt()).isEqualTo(1);
        assertThat(write.path("index").asInt()).isPositive();

        report(epoch, "'state':'connected','ports':[{'port':1,'mode':'io_link','readings':0,'invalid':0}]");
        report(epoch, there);
        await().atMost(LIMIT).until(() -> deltas(device).size() == 2);
        assertThat(deltas(device).get(1).path("version")).isEqualTo(deltas(device).get(0).path("version"));
    }

    private String deviceOnPort(int type) {
        create("").statusCode(201);
        Samples.imported(Samples.conditional(type));
        String device = id + ":1:65535-" + type;
        given().contentType(ContentType.JSON)
                .body(Map.of("device_id", device, "iolink", Map.of("vendor_id", 65535, "device_id", type)))
                .post("/api/devices/register").then().statusCode(201);
        report(epoch, "'state':'connected','ports':[{'port':1,'mode':'io_link','device_id':'" + device
                + "','readings':0,'invalid':0}]").body("taken", equalTo(1));
        return device;
    }

    private JsonNode read(String path) throws IOException {
        return JSON.readTree(given().get(path).then().statusCode(200).extract().asString());
    }

    private void respond(String device, String command, String rest) {
        post("/api/commands/responses", "{'responses':[{'device_id':'" + device
                + "','answered_at':'2026-01-01T00:00:00Z','payload':{'command_id':'" + command + "'," + rest + "}}]}")
                .body("results[0].status", equalTo("stored"));
    }

    @Test
    void aTwinIsFilledFromTheDeviceBlockByBlock() throws Exception {
        String device = deviceOnPort(7_732);
        String fill = "/api/devices/" + device + "/shadow/fill";
        given().get(fill).then().statusCode(404).body("code", equalTo("never-filled"));
        int total = post(fill, "").statusCode(202).body("state", equalTo("running")).body("read", equalTo(0)).extract()
                .path("total");
        assertThat(total).isPositive();
        post(fill, "").statusCode(409).body("code", equalTo("fill-running"));
        boolean told = false;
        while (!"done".equals(read(fill).path("state").asText())) {
            JsonNode command = read("/api/devices/" + device + "/commands").get(0);
            assertThat(command.path("command").asText()).isEqualTo("read_parameters");
            StringBuilder values = new StringBuilder();
            for (JsonNode parameter : command.at("/parameters/parameters")) {
                boolean unit = parameter.path("variable_id").asText().equals("V_Unit");
                told |= unit;
                values.append(values.isEmpty() ? "" : ",").append("{'variable_id':'")
                        .append(parameter.path("variable_id").asText()).append("',")
                        .append(unit ? "'hex':'01'}" : "'error':{'code':'0x8011','reason':'no such parameter'}}");
            }
            respond(device, command.path("command_id").asText(), "'status':'ok','result':{'values':[" + values + "]}");
        }
        assertThat(told).isTrue();
        assertThat(read(fill).path("read").asInt()).isEqualTo(total);
        assertThat(read(fill).path("refused").size()).isEqualTo(total - 1);
        assertThat(read("/api/devices/" + device + "/shadow").at("/reported/V_Unit").asInt()).isEqualTo(1);

        post(fill, "").statusCode(202);
        String again = read("/api/devices/" + device + "/commands").get(0).path("command_id").asText();
        respond(device, again, "'status':'error','error':{'code':'master-away','reason':'The master does not answer'}");
        assertThat(read(fill).path("state").asText()).isEqualTo("failed");
        assertThat(read(fill).path("error").asText()).contains("does not answer");
        given().contentType(ContentType.JSON).body(Map.of("device_id", "loose-1")).post("/api/devices/register");
        post("/api/devices/loose-1/shadow/fill", "").statusCode(409).body("code", equalTo("not-on-master"));
    }

    @Test
    void outputsAndSystemCommandsAreChecked() {
        String device = deviceOnPort(7_733);
        String commands = "/api/devices/" + device + "/commands";
        post(commands, "{'command':'write_output','value':{'nothing_of_it':1}}").statusCode(422)
                .body("code", equalTo("value-not-valid"));
        post(commands, "{'command':'write_output'}").statusCode(400);
        post(commands, "{'command':'write_parameter','parameter':'V_Unit','value':1,'read_back':true}").statusCode(202)
                .body("parameters.read_back", equalTo(true)).body("parameters.hex", equalTo("01"));
    }

    private List<JsonNode> deltas(String device) {
        return queue.oldest(1000).await().atMost(LIMIT).stream().map(OutboundEntry::message)
                .filter(message -> message.topic().equals("devices/" + device + "/config/delta")).map(message -> {
                    try {
                        return JSON.readTree(new String(message.payload(), StandardCharsets.UTF_8));
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                }).toList();
    }

    @Test
    void aTextWithANulIsKeptWithoutIt() {
        create(",'name':'Li\\u0000ne','location':'\\u0000Hall','notes':'a\\u0000b','username':'u\\u0000'")
                .statusCode(201)
                .body("name", equalTo("Line")).body("location", equalTo("Hall")).body("notes", equalTo("ab"));
        report(epoch, "'state':'away','error':'no\\u0000ne','vendor':'v\\u0000'").statusCode(200)
                .body("taken", equalTo(1));
        given().get("/api/masters/" + id).then().body("error", equalTo("none"));
    }

    @Test
    void withoutABridgeNothingIsTried() {
        post("/api/masters/test", "{'kind':'ifm_http','address':'127.0.0.1:8099'}").statusCode(503)
                .body("code", equalTo("no-bridge"));
    }
}
