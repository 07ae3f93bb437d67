package io.greenstack.ingestion.influx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InfluxReportTest {

    @Test
    void secretsOfAnAddressAreNotTold() {
        assertThat(InfluxReport.withoutSecrets("http://me:word@store:8086/base?token=t#f")).isEqualTo(
                "http://store:8086/base");
        assertThat(InfluxReport.withoutSecrets("https://store.example")).isEqualTo("https://store.example");
    }
}
