package io.greenstack.api.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.greenstack.api.ApiTest;
import io.greenstack.platform.redis.RedisKeys;
import io.greenstack.platform.redis.RedisPipeline;
import io.greenstack.platform.resilience.BreakerRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.redis.datasource.RedisDataSource;
import io.vertx.core.Vertx;

/** Two replicas at one Redis. */
@ApiTest
class RateLimitsTest {

    @Inject
    RedisPipeline pipeline;
    @Inject
    RedisDataSource redis;
    @Inject
    BreakerRegistry breakers;
    @Inject
    Vertx vertx;

    private final MeterRegistry metrics = new SimpleMeterRegistry();
    private final String principal = "test:" + UUID.randomUUID();
    private RateLimits one;
    private RateLimits other;

    @BeforeEach
    void twoReplicas() {
        one = replica();
        other = replica();
    }

    @AfterEach
    void redisIsBack() {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            breakers.reset("redis");
            assertThat(redis.execute("PING").toString()).isEqualTo("PONG");
        });
    }

    private RateLimits replica() {
        return new RateLimits(pipeline, vertx, new FewTokens(), metrics);
    }

    private double alone() {
        return metrics.counter("greenstack.limits.alone").count();
    }

    private Taken take(RateLimits replica, Budget budget) {
        return replica.take(principal, budget).await().atMost(Duration.ofSeconds(30));
    }

    @Test
    void replicasShareOneBudget() {
        int taken = 0;
        for (int i = 0; i < 40; i++) {
            taken += take(i % 2 == 0 ? one : other, Budget.READS).refused() ? 0 : 1;
        }

        assertThat(taken).as("burst of 20 at a token in 1,000 s").isEqualTo(20);
        assertThat(alone()).isZero();
        Taken next = take(other, Budget.READS);
        assertThat(next.waitMillis()).isBetween(900_000L, 1_000_000L);
        assertThat(next.remaining()).isZero();
        assertThat(next.fullAfterSeconds()).isBetween(19_000L, 20_000L);
    }

    @Test
    void budgetsAndPrincipalsAreApart() {
        for (int i = 0; i < 25; i++) {
            take(one, Budget.READS);
        }
        assertThat(take(other, Budget.READS).refused()).isTrue();
        assertThat(take(other, Budget.WRITES).refused()).isFalse();
        assertThat(other.take(principal + "x", Budget.READS).await().indefinitely().refused()).isFalse();
    }

    @Test
    void whatNobodyUsesIsForgotten() {
        take(one, Budget.WRITES);
        long life = redis.execute("PTTL", RedisKeys.rateLimit(principal)).toLong();
        assertThat(life).as("one token at 1,000 a second, and a second").isBetween(1L, 1_100L);
        take(one, Budget.READS);
        life = redis.execute("PTTL", RedisKeys.rateLimit(principal)).toLong();
        assertThat(life).as("one token in 1,000 s").isBetween(900_000L, 1_002_000L);
        take(one, Budget.WRITES);
        assertThat(redis.execute("PTTL", RedisKeys.rateLimit(principal)).toLong()).as("the longer life counts")
                .isGreaterThan(900_000L);
    }

    @Test
    void aScriptThatRedisForgotIsLoadedAgain() {
        take(one, Budget.READS);
        redis.execute("SCRIPT", "FLUSH");

        assertThat(take(one, Budget.READS).remaining()).isEqualTo(18);
        assertThat(alone()).isZero();
    }

    @Test
    void whileRedisHangsEachReplicaCountsAloneAndNobodyWaitsForIt() {
        take(one, Budget.READS);
        redis.execute("CLIENT", "PAUSE", "4000", "ALL");

        int taken = 0;
        for (int i = 0; i < 40; i++) {
            taken += take(one, Budget.READS).refused() ? 0 : 1;
        }

        assertThat(taken).as("a budget of its own").isEqualTo(20);
        assertThat(alone()).isEqualTo(40);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            double before = alone();
            take(one, Budget.WRITES);
            assertThat(alone()).as("shared again").isEqualTo(before);
        });
    }
}
