package io.greenstack.localstack.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.greenstack.localstack.server.Ports;

class TestServersTest {

    @Test
    void a_server_is_started_once_and_can_be_stopped_and_started_again() {
        ServerControlMBean redis = TestServers.redis();
        int port = redis.getPort();
        assertThat(new RedisResource().start()).isEqualTo(redis.getConfiguration())
                .containsEntry("REDIS_URL", "redis://127.0.0.1:" + port + "/0");
        redis.stop();
        assertThat(redis.isRunning()).isFalse();
        assertThat(Ports.accepts(port)).isFalse();
        redis.start();
        assertThat(redis.isRunning()).isTrue();
        assertThat(TestServers.redis().getPort()).isEqualTo(port);
    }

    @Test
    void with_dev_services_only_the_broker_is_started() {
        String before = System.getProperty("test.infra");
        System.setProperty("test.infra", "devservices");
        try {
            assertThat(new PostgresResource().start()).isEmpty();
            assertThat(new RedisResource().start()).isEmpty();
            assertThat(new QuestDbResource().start()).isEmpty();
            assertThat(new MqttResource().start()).containsOnlyKeys("MQTT_BROKER");
        } finally {
            if (before == null) {
                System.clearProperty("test.infra");
            } else {
                System.setProperty("test.infra", before);
            }
        }
    }
}
