package io.greenstack.api.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.greenstack.api.ApiTest;
import io.greenstack.api.LoggedTexts;
import io.greenstack.api.platform.Sql;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;

/** A request whose time is over ends in the database too, as the database itself says. */
@ApiTest
@TestProfile(KeysMode.class)
class RequestTimeoutTest {

    @Inject
    Sql sql;

    private long running(String mark) {
        return sql.query("select count(*) from pg_stat_activity where state = 'active' and query like :mark "
                + "and pid <> pg_backend_pid()").bind("mark", "select '" + mark + "'%").one(row -> row.number(1));
    }

    private static CompletableFuture<HttpResponse<String>> ask(String path) {
        return HttpClient.newHttpClient().sendAsync(HttpRequest
                .newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + path)).timeout(Duration.ofSeconds(60))
                .header("X-API-Key", KeysMode.ADMIN_KEY).build(), HttpResponse.BodyHandlers.ofString());
    }

    @ParameterizedTest
    @CsvSource({"'',slow-plain", "/entities,slow-entities"})
    void itsStatementIsCancelled(String path, String mark) {
        CompletableFuture<HttpResponse<String>> answer = ask("/api/test/slow-sql" + path);
        await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(20)).until(() -> running(mark) == 1);

        assertThat(answer.join().statusCode()).isEqualTo(504);
        assertThat(answer.join().body()).contains("\"code\":\"request-timeout\"").doesNotContain("pg_sleep");
        await().atMost(Duration.ofSeconds(10)).until(() -> running(mark) == 0);
        given().header("X-API-Key", KeysMode.ADMIN_KEY).get("/api/devices").then().statusCode(200);
    }

    @Test
    void theLogHasItWithTheTrace() {
        try (LoggedTexts log = LoggedTexts.listen()) {
            String trace = given().header("X-API-Key", KeysMode.ADMIN_KEY).get("/api/test/slow-sql").then()
                    .statusCode(504).body("trace_id", matchesPattern("[0-9a-f]{32}")).extract().path("trace_id");
            await().untilAsserted(() -> assertThat(log.texts()).anySatisfy(text -> assertThat(text)
                    .contains("Request ended after 1 s: GET /api/test/slow-sql (trace " + trace)
                    .contains("1 statements are cancelled")));
        }
    }

    @Test
    void aRouteMayHaveMoreTime() {
        given().header("X-API-Key", KeysMode.ADMIN_KEY).get("/api/test/slow-sql/longer").then().statusCode(200)
                .body(equalTo("1min"));
        given().header("X-API-Key", KeysMode.ADMIN_KEY).get("/api/test/slow-sql/after").then().statusCode(200)
                .body(equalTo("25s"));
    }
}
