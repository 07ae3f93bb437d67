package io.greenstack.ingestion.influx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PointLayoutTest {

    @Test
    void unlessOneIsChosenTheReaderDecides() {
        assertThat(PointLayout.AUTO.chosen("influxdb")).isEqualTo(PointLayout.WIDE);
        assertThat(PointLayout.AUTO.chosen("questdb")).isEqualTo(PointLayout.NARROW);
        assertThat(PointLayout.AUTO.chosen("influxdb3")).isEqualTo(PointLayout.NARROW);
        assertThat(PointLayout.NARROW.chosen("influxdb")).isEqualTo(PointLayout.NARROW);
        assertThat(PointLayout.WIDE.chosen("questdb")).isEqualTo(PointLayout.WIDE);
    }
}
