package io.greenstack.api.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.spi.Converter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.greenstack.api.ApiTest;
import io.greenstack.api.cache.CacheLink.AwayException;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;

/** A Redis that stands still for a moment is no Redis that is away. */
@ApiTest
class CacheLinkTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int TIMEOUT_MILLIS = 400;

    @Inject
    Redis redis;

    private CacheLink link;

    @BeforeEach
    void connect() {
        Converter<Duration> durations = new DurationConverter();
        Converter<MemorySize> sizes = new MemorySizeConverter();
        link = new CacheLink(redis,
                new SmallRyeConfigBuilder().withMapping(CacheSettings.class)
                        .withConverter(Duration.class, 200, durations)
                        .withConverter(MemorySize.class, 200, sizes)
                        .withDefaultValue("greenstack.cache.timeout", TIMEOUT_MILLIS + "ms").build()
                        .getConfigMapping(CacheSettings.class));
        assertThat(link.check()).isTrue();
    }

    @AfterEach
    void close() {
        link.close();
    }

    private void standStill(int millis) {
        redis.send(Request.cmd(Command.CLIENT).arg("PAUSE").arg(millis).arg("ALL")).toCompletionStage()
                .toCompletableFuture().join();
    }

    private void ask() throws AwayException {
        link.command(Request.cmd(Command.PING));
    }

    @Test
    void aCallThatIsAnsweredLateCostsOnlyItself() throws Exception {
        ask();
        standStill(TIMEOUT_MILLIS + TIMEOUT_MILLIS / 2);

        assertThatThrownBy(this::ask).isInstanceOf(AwayException.class).hasMessageContaining("within 400 ms");

        assertThat(link.isUp()).isTrue();
        ask();
    }

    @Test
    void whenNobodyIsAnsweredNobodyWaitsUntilSomebodyIs() throws Exception {
        ask();
        standStill(8 * TIMEOUT_MILLIS);

        await().atMost(PATIENCE).until(() -> {
            assertThatThrownBy(this::ask).isInstanceOf(AwayException.class);
            return !link.isUp();
        });

        assertThatThrownBy(this::ask).hasMessageContaining("away");
        await().atMost(PATIENCE).until(link::isUp);
        ask();
    }
}
