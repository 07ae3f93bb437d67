package io.greenstack.api.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.vertx.core.http.HttpMethod;

class WebUiTest {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    @ParameterizedTest
    @ValueSource(strings = {"/", "/catalog", "/catalog/12", "/devices/press-7", "/devices/line1.press:7", "/apiary",
            "/documents"})
    void showsTheUiAtItsOwnAddresses(String path) {
        assertThat(WebUi.isPage(HttpMethod.GET, path, BROWSER)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api", "/api/devices", "/api/nothing", "/q/health", "/docs", "/docs/index.css", "/openapi",
            "/openapi.json", "/assets/gone.js", "/index.html"})
    void leavesWhatBelongsToOthers(String path) {
        assertThat(WebUi.isPage(HttpMethod.GET, path, BROWSER)).isFalse();
    }

    @Test
    void leavesProgramsTheirNotFound() {
        assertThat(WebUi.isPage(HttpMethod.GET, "/devices", "application/json")).isFalse();
        assertThat(WebUi.isPage(HttpMethod.GET, "/devices", "*/*")).isFalse();
        assertThat(WebUi.isPage(HttpMethod.GET, "/devices", null)).isFalse();
        assertThat(WebUi.isPage(HttpMethod.POST, "/devices", BROWSER)).isFalse();
    }
}
