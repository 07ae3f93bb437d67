package io.greenstack.edge.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.greenstack.platform.config.MqttConfig.Leave;

class LeavingTest {

    private static boolean leaves(Leave leave, String group, String clientId) {
        return Leaving.atStop(leave, Optional.ofNullable(group), clientId);
    }

    @Test
    void nobodyLeavesASubscriptionThatIsNotShared() {
        assertThat(leaves(Leave.ALWAYS, null, "influx-ingestion-2")).isFalse();
        assertThat(leaves(Leave.ALWAYS, " ", "influx-ingestion-2")).isFalse();
    }

    @Test
    void thatIsTheDefaultOfNobody() {
        assertThat(leaves(Leave.NEVER, "ingestion", "influx-ingestion-2")).isFalse();
        assertThat(leaves(Leave.ALWAYS, "ingestion", "influx-ingestion-0")).isTrue();
    }

    @Test
    void replicaZeroStaysAndTheOthersGo() {
        assertThat(leaves(Leave.SCALED, "ingestion", "influx-ingestion-influx-ingestion-0")).isFalse();
        assertThat(leaves(Leave.SCALED, "ingestion", "influx-ingestion-influx-ingestion-2")).isTrue();
    }

    @Test
    void aNameWithoutANumberStays() {
        assertThat(leaves(Leave.SCALED, "ingestion", "influx-ingestion-3f2a9c1d7e40")).isFalse();
        assertThat(leaves(Leave.SCALED, "ingestion", "influx-ingestion-318204957731")).isFalse();
        assertThat(leaves(Leave.SCALED, "ingestion", "alone")).isFalse();
    }
}
