package io.greenstack.api.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.greenstack.api.ApiTest;
import io.greenstack.platform.redis.RedisKeys;
import io.greenstack.platform.redis.RedisPipeline;
import io.greenstack.platform.resilience.BreakerRegistry;
import io.quarkus.redis.datasource.RedisDataSource;

/** Replicas at one Redis. */
@ApiTest
class StreamLeasesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    RedisPipeline pipeline;
    @Inject
    RedisDataSource redis;
    @Inject
    BreakerRegistry breakers;

    private final String principal = "test:" + UUID.randomUUID();

    private StreamLeases replica(Duration lease) {
        return new StreamLeases(pipeline, new FewStreams(lease, Duration.ofSeconds(10)));
    }

    private long open() {
        return redis.execute("ZCARD", RedisKeys.liveStreams(principal)).toLong();
    }

    @Test
    void allReplicasTogetherHaveSoManyOpen() {
        StreamLeases one = replica(Duration.ofMinutes(1));
        StreamLeases other = replica(Duration.ofMinutes(1));
        String first = one.take(principal);

        assertThat(first).isNotNull();
        assertThat(other.take(principal)).isNotNull();
        assertThat(one.take(principal)).isNull();
        assertThat(other.take(principal)).isNull();
        assertThat(other.take(principal + "x")).as("somebody else").isNotNull();

        one.release(first);
        await().atMost(PATIENCE).until(() -> open() == 1);
        assertThat(other.take(principal)).isNotNull();
        assertThat(one.take(principal)).isNull();
    }

    @Test
    void theLeasesOfAReplicaThatDiedEndAndOthersAreRenewed() {
        StreamLeases dead = replica(Duration.ofMillis(1500));
        StreamLeases alive = replica(Duration.ofMillis(1500));
        dead.take(principal);
        alive.take(principal);
        assertThat(alive.take(principal)).isNull();

        await().atMost(PATIENCE).until(() -> {
            alive.renew();
            return alive.take(principal) != null;
        });
        assertThat(alive.take(principal)).isNull();
    }

    @Test
    void whatRedisHasLostIsToldAnew() {
        StreamLeases one = replica(Duration.ofMinutes(1));
        one.take(principal);
        one.take(principal);
        redis.execute("DEL", RedisKeys.liveStreams(principal));

        one.renew();

        assertThat(open()).isEqualTo(2);
        assertThat(redis.execute("PTTL", RedisKeys.liveStreams(principal)).toLong()).isBetween(1L, 61_000L);
    }

    @Test
    void whileRedisHangsNobodyIsRefusedByIt() {
        StreamLeases one = new StreamLeases(pipeline, new FewStreams(Duration.ofMinutes(1), Duration.ofMillis(100)));
        redis.execute("CLIENT", "PAUSE", "3000", "ALL");

        assertThat(one.take(principal)).isNotNull();
        assertThat(one.take(principal)).isNotNull();
        assertThat(one.take(principal)).as("the filter counts what is open here").isNotNull();

        await().atMost(PATIENCE).untilAsserted(() -> {
            breakers.reset("redis");
            one.renew();
            assertThat(open()).isEqualTo(3);
        });
        assertThat(replica(Duration.ofMinutes(1)).take(principal)).isNull();
    }

    /** Two streams, and all else as in a test of buckets. */
    private static final class FewStreams extends FewTokens {

        private final Duration lease;
        private final Duration patience;

        FewStreams(Duration lease, Duration patience) {
            this.lease = lease;
            this.patience = patience;
        }

        @Override
        public int streams() {
            return 2;
        }

        @Override
        public Duration streamLease() {
            return lease;
        }

        @Override
        public Duration patience() {
            return patience;
        }
    }
}
