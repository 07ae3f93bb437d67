package io.greenstack.api.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The times of single routes. */
class RouteTimeoutsTest {

    private final RouteTimeouts timeouts = of("/api/search=5s", "/api/devices/**=20s", "GET /api/devices/*/export=2m",
            "/api/devices/*/export=90s");

    private static RouteTimeouts of(String... rules) {
        return new RouteTimeouts(List.of(rules), Duration.ofSeconds(30), Duration.ofMinutes(30), null);
    }

    private RouteTimeouts.Limit at(String method, String path) {
        return timeouts.of(method, path).orElse(null);
    }

    @Test
    void theMostExactRuleCounts() {
        assertThat(at("GET", "/api/search").time()).hasSeconds(5);
        assertThat(at("GET", "/api/search/").time()).hasSeconds(5);
        assertThat(at("GET", "/api/search/suggestions")).isNull();
        assertThat(at("GET", "/api/devices").time()).hasSeconds(20);
        assertThat(at("GET", "/api/devices/1/shadow/history").time()).hasSeconds(20);
        assertThat(at("GET", "/api/devices/1/export").time()).hasMinutes(2);
        assertThat(at("POST", "/api/devices/1/export").time()).hasSeconds(90);
        assertThat(at("GET", "/api/devicesandmore")).isNull();
    }

    @Test
    void onlyMoreThanUsualStretchesTheStatements() {
        assertThat(at("GET", "/api/search").stretched()).isFalse();
        assertThat(at("GET", "/api/devices/1/export").stretched()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/api/search", "/api/search=", "api/search=5s", "/api/search=0s", "get /api/x=5s"})
    void whatIsNoRuleIsTold(String wrong) {
        assertThatIllegalStateException().isThrownBy(() -> of(wrong)).withMessageContaining(wrong);
    }
}
