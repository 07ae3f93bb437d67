package io.greenstack.ingestion.influx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.greenstack.edge.intake.PauseException;
import io.greenstack.platform.config.BreakerConfig;
import io.greenstack.platform.resilience.Breaker;
import io.greenstack.platform.resilience.BreakerRegistry;
import io.greenstack.platform.resilience.BreakerState;
import io.greenstack.platform.resilience.PeerRejectedException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;

/** Batches against a store whose answers the test decides. */
class BatchWriterTest {

    private final TreeSet<Integer> stored = new TreeSet<>();
    private final List<Integer> requestSizes = new ArrayList<>();
    private Consumer<List<Integer>> behaviour = points -> {};
    private final Breaker breaker = breaker();
    private final BatchWriter writer = new BatchWriter(new FakeStore(), config(1000), breaker,
            new SimpleMeterRegistry());

    @Test
    void writesInRequestsOfTheLargestSize() {
        WriteReport report = writer.write(points(2500));

        assertThat(requestSizes).containsExactly(1000, 1000, 500);
        assertThat(stored).hasSize(2500);
        assertThat(report.refused()).isEmpty();
        assertThat(report.pause()).isNull();
        assertThat(report.isStored(2499)).isTrue();
    }

    @Test
    void aBadPointCostsOnlyItself() {
        behaviour = refusing(400, 0, 137, 138, 999);

        WriteReport report = writer.write(points(1000));

        assertThat(report.refused()).containsOnlyKeys(0, 137, 138, 999);
        assertThat(report.refused().get(137)).isEqualTo("bad point");
        assertThat(stored).hasSize(996);
        assertThat(requestSizes).hasSizeLessThan(2 * 4 * 11);
        assertThat(breaker.state()).isEqualTo(BreakerState.CLOSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "HTTP status code: 422; Message: failure writing points to database: partial write: dropped 2 points outside"
                    + " retention policy of duration 72h0m0s - oldest point m at 1970-01-01T00:00:00Z dropped because it"
                    + " violates a Retention Policy Lower Bound at 2026-11-27T09:04:10Z, newest point m at"
                    + " 1970-01-01T00:00:01Z dropped because it violates a Retention Policy Lower Bound at"
                    + " 2026-11-27T09:04:10Z dropped=2 for database: 9f28 for retention policy: autogen",
            "partial write: points beyond retention policy dropped=2"})
    void pointsBeforeTheRetentionCostNoSecondRequest(String said) {
        behaviour = points -> {
            if (points.contains(0)) {
                throw new PeerRejectedException(422, said);
            }
        };

        WriteReport report = writer.write(points(1000));

        assertThat(requestSizes).containsExactly(1000);
        assertThat(report.refused()).containsOnlyKeys(0, 1);
        assertThat(report.refused().get(1)).contains("retention policy");
        assertThat(report.isStored(2)).isTrue();
        assertThat(report.isStored(1)).isFalse();
    }

    @Test
    void halvesAPartialWriteThatDoesNotSayWhichPointsItLacks() {
        behaviour = points -> {
            if (points.contains(5)) {
                throw new PeerRejectedException(422,
                        "partial write: field type conflict: input field \"value\" on measurement"
                                + " \"m\" is type string, already exists as type float dropped=1");
            }
        };

        assertThat(writer.write(points(8)).refused()).containsOnlyKeys(5);
    }

    @Test
    void aSmallRequestThatTimesOutSaysNothingOfTheSize() {
        behaviour = points -> {
            throw new StoreAwayException("slow", true);
        };
        writer.write(points(100));
        behaviour = points -> {};
        requestSizes.clear();

        writer.write(points(1000));

        assertThat(requestSizes).containsExactly(1000);
    }

    @Test
    void refusesEveryPointOfABatchThatIsAllBad() {
        behaviour = refusing(422, 0, 1, 2);

        assertThat(writer.write(points(3)).refused()).hasSize(3);
    }

    @Test
    void halvesARequestThatIsTooLargeAndRemembersTheSize() {
        behaviour = points -> {
            if (points.size() > 300) {
                throw new PeerRejectedException(413, "too large");
            }
        };

        assertThat(writer.write(points(1000)).refused()).isEmpty();
        assertThat(stored).hasSize(1000);
        requestSizes.clear();
        writer.write(points(1000));

        assertThat(requestSizes.get(0)).isBetween(200, 330);
    }

    @Test
    void aSinglePointThatIsTooLargeIsRefused() {
        behaviour = points -> {
            throw new PeerRejectedException(413, "too large");
        };

        assertThat(writer.write(points(1)).refused()).containsOnlyKeys(0);
    }

    @Test
    void keepsWhatIsStoredWhenTheStoreGoesAway() {
        behaviour = points -> {
            if (points.get(0) >= 1000) {
                throw new StoreAwayException("gone", false);
            }
        };

        WriteReport report = writer.write(points(2000));

        assertThat(report.pause()).hasMessageContaining("gone");
        assertThat(report.isStored(999)).isTrue();
        assertThat(report.isStored(1000)).isFalse();
    }

    @Test
    void passesOnHowLongTheStoreWantsToBeLeftAlone() {
        behaviour = points -> {
            throw new PauseException("later", Duration.ofSeconds(7));
        };

        for (int i = 0; i < 10; i++) {
            assertThat(writer.write(points(1)).pause().retryAfter()).isEqualTo(Duration.ofSeconds(7));
        }
        assertThat(breaker.state()).isEqualTo(BreakerState.CLOSED);
    }

    @Test
    void anOpenBreakerSparesTheStore() {
        behaviour = points -> {
            throw new StoreAwayException("gone", false);
        };
        for (int i = 0; i < 3; i++) {
            writer.write(points(1));
        }
        requestSizes.clear();

        WriteReport report = writer.write(points(1));

        assertThat(report.pause()).hasMessageContaining("is open");
        assertThat(requestSizes).isEmpty();
    }

    @Test
    void shrinksRequestsThatAreTooSlowAndGrowsAgain() {
        behaviour = points -> {
            throw new StoreAwayException("slow", true);
        };
        writer.write(points(1000));
        behaviour = points -> {};
        requestSizes.clear();

        writer.write(points(3000));

        assertThat(requestSizes.get(0)).isEqualTo(500);
        assertThat(requestSizes.get(requestSizes.size() - 2)).isGreaterThan(500);
        assertThat(stored).hasSize(3000);
    }

    private Consumer<List<Integer>> refusing(int status, Integer... bad) {
        List<Integer> refused = List.of(bad);
        return points -> {
            if (points.stream().anyMatch(refused::contains)) {
                throw new PeerRejectedException(status, "bad point");
            }
        };
    }

    private static LineWriter points(int count) {
        LineWriter lines = new LineWriter();
        for (int i = 0; i < count; i++) {
            lines.owner(i);
            lines.measurement("m").field("value", i).end(i);
        }
        return lines;
    }

    private final class FakeStore implements LineStore {

        @Override
        public void write(ByteBuffer lines) {
            List<Integer> points = StandardCharsets.UTF_8.decode(lines.duplicate()).toString().lines()
                    .map(line -> Integer.parseInt(line.substring(line.lastIndexOf(' ') + 1)))
                    .toList();
            requestSizes.add(points.size());
            behaviour.accept(points);
            stored.addAll(points);
        }

        @Override
        public boolean ping() {
            return true;
        }
    }

    private static Breaker breaker() {
        BreakerConfig.Settings settings = new BreakerConfig.Settings() {
            @Override
            public int failures() {
                return 3;
            }

            @Override
            public Duration openFor() {
                return Duration.ofMinutes(1);
            }

            @Override
            public int trials() {
                return 1;
            }
        };
        // The library keeps breakers by name for the life of the process.
        String name = "influx-" + UUID.randomUUID();
        return new BreakerRegistry(() -> Map.of(name, settings), new SimpleMeterRegistry(),
                CircuitBreakerMaintenance.get()).breaker(name, BatchWriter::isOutage);
    }

    static InfluxConfig config(int maxLines) {
        return config("http://127.0.0.1:1", maxLines, Duration.ofSeconds(2));
    }

    static InfluxConfig config(String url, int maxLines, Duration timeout) {
        return config(url, maxLines, timeout, InfluxConfig.Compression.AUTO, null);
    }

    static InfluxConfig config(String url, int maxLines, Duration timeout, InfluxConfig.Compression compression,
            Path tokenFile) {
        return new InfluxConfig() {
            @Override
            public String url() {
                return url;
            }

            @Override
            public Optional<String> token() {
                return Optional.of("a-token");
            }

            @Override
            public Optional<Path> tokenFile() {
                return Optional.ofNullable(tokenFile);
            }

            @Override
            public Compression compression() {
                return compression;
            }

            @Override
            public PointLayout layout() {
                return PointLayout.NARROW;
            }

            @Override
            public String readAs() {
                return "influxdb";
            }

            @Override
            public String org() {
                return "greenstack";
            }

            @Override
            public String bucket() {
                return "device-telemetry";
            }

            @Override
            public Duration connectTimeout() {
                return timeout;
            }

            @Override
            public Duration callTimeout() {
                return timeout;
            }

            @Override
            public Duration retention() {
                return Duration.ZERO;
            }

            @Override
            public int maxLines() {
                return maxLines;
            }

            @Override
            public int maxParametersPerDevice() {
                return 1000;
            }
        };
    }
}
