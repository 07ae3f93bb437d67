package io.greenstack.platform.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;

class HttpServerTagsTest {

    @ParameterizedTest
    @CsvSource({
            "http.server.requests, GET,     /api/devices/{id}, 200, GET,     /api/devices/{id}",
            "http.server.requests, PUT,     /made/up,          405, PUT,     NO_ENDPOINT",
            "http.server.requests, OPTIONS, /made/up,          200, OPTIONS, NO_ENDPOINT",
            "http.server.requests, MADEUP,  /made/up,          200, OTHER,   NO_ENDPOINT",
            "http.client.requests, MADEUP,  /made/up,          405, MADEUP,  /made/up"})
    void what_strangers_make_up_is_no_tag(String meter, String method, String uri, String status, String asMethod,
            String asUri) {
        Meter.Id id = new Meter.Id(meter, Tags.of("method", method, "uri", uri, "status", status), null, null,
                Meter.Type.TIMER);

        Meter.Id mapped = new HttpServerTags().map(id);

        assertThat(mapped.getTag("method")).isEqualTo(asMethod);
        assertThat(mapped.getTag("uri")).isEqualTo(asUri);
        assertThat(mapped.getTag("status")).isEqualTo(status);
    }

    @Test
    void only_requests_get_buckets() {
        HttpServerTags filter = new HttpServerTags();

        assertThat(filter.configure(id("http.server.requests"), DistributionStatisticConfig.DEFAULT)
                .getServiceLevelObjectiveBoundaries()).containsExactly(5e7, 2.5e8, 1e9, 5e9);
        assertThat(filter.configure(id("other"), DistributionStatisticConfig.DEFAULT)
                .getServiceLevelObjectiveBoundaries()).isNull();
    }

    private static Meter.Id id(String name) {
        return new Meter.Id(name, Tags.empty(), null, null, Meter.Type.TIMER);
    }
}
