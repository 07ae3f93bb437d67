package io.greenstack.api.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every store of history answers, whatever its language and its layout of points. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class TelemetryStoreContract {

    private static final String RUN = UUID.randomUUID().toString().substring(0, 8);
    private static final String ODD = "temp's, \"a\" $1 [x]";

    private final Instant start = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(2, ChronoUnit.HOURS);
    private final String one = "one-" + getClass().getSimpleName() + RUN;
    private final String other = "other-" + getClass().getSimpleName() + RUN;
    private TelemetryStore store;

    abstract TelemetrySettings.Influx settings();

    abstract TelemetryStore open(TelemetrySettings.Influx settings);

    /** A point in line protocol, in the layout under test. */
    abstract String line(HistoryPoint reading);

    private List<HistoryPoint> written() {
        List<HistoryPoint> points = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            points.add(new HistoryPoint(one, "temp", "°C", at(i * 500), i * i + 0.5, null, null));
            points.add(new HistoryPoint(other, "temp", null, at(i * 700), -i * 1.0, null, null));
        }
        points.add(new HistoryPoint(one, "temp", "°C", at(10_250), null, null, "no_data"));
        points.add(new HistoryPoint(one, "temp", "°C", at(17_000), null, null, "under_range"));
        points.add(new HistoryPoint(one, "mode", null, at(0), 0.0, "Stop", null));
        points.add(new HistoryPoint(one, "mode", null, at(4_000), 1.0, "Run", null));
        points.add(new HistoryPoint(one, "mode", null, at(9_000), 0.0, "Stop", null));
        points.add(new HistoryPoint(one, ODD, "m/s", at(1_000), 1e-3, "text, \"quoted\" = 1", "rounded"));
        return points;
    }

    private Instant at(long millis) {
        return start.plusMillis(millis);
    }

    @BeforeAll
    void write() throws Exception {
        TelemetrySettings.Influx settings = settings();
        store = open(settings);
        StringBuilder lines = new StringBuilder();
        written().forEach(point -> lines.append(line(point)).append(' ')
                .append(SeriesReadings.nanos(point.timestamp())).append('\n'));
        for (int i = 0; i < 3; i++) {
            lines.append("device_raw,device_id=").append(one).append(",direction=").append(i == 1 ? "out" : "in")
                    .append(" hex=\"0").append(i).append("\" ").append(SeriesReadings.nanos(at(i * 1_000L)))
                    .append('\n');
        }
        send(settings, lines.toString());
        await().atMost(Duration.ofSeconds(30)).until(() -> all(query(one, other)).size() == written().size());
    }

    private static void send(TelemetrySettings.Influx settings, String lines) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest
                .newBuilder(URI.create(settings.url() + "/api/v2/write?precision=ns&org="
                        + settings.org() + "&bucket=" + settings.bucket()))
                .POST(HttpRequest.BodyPublishers.ofString(lines));
        settings.token().ifPresent(token -> request.header("Authorization", "Token " + token));
        HttpResponse<String> response = HttpClient.newHttpClient().send(request.build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(204);
    }

    private HistoryQuery query(String... devices) {
        return new HistoryQuery(List.of(devices), List.of(), start, start.plusSeconds(60), null, null, 90, null, 1000);
    }

    private HistoryQuery query(List<String> parameters, int limit, String... devices) {
        return new HistoryQuery(List.of(devices), parameters, start, start.plusSeconds(60), null, null, 90, null,
                limit);
    }

    private List<HistoryPoint> all(HistoryQuery query) {
        List<HistoryPoint> points = new ArrayList<>();
        store.readings(query, points::add);
        return points;
    }

    @Test
    void everythingThatWasWrittenIsReadOnceAndInOrder() {
        List<HistoryPoint> read = all(query(one, other));
        assertThat(read).containsExactlyInAnyOrderElementsOf(written());
        for (SeriesKey series : read.stream().map(HistoryPoint::series).distinct().toList()) {
            assertThat(read.stream().filter(point -> point.series().equals(series)))
                    .isSortedAccordingTo(Comparator.comparing(HistoryPoint::timestamp));
        }
        assertThat(store.newest(query(one, other))).containsExactlyInAnyOrderElementsOf(written())
                .isSortedAccordingTo(Comparator.comparing(HistoryPoint::timestamp));
    }

    @Test
    void ofMoreThanTheLimitTheNewestComeAndOneMoreTellsIt() {
        List<HistoryPoint> newest = store.newest(query(List.of("temp"), 3, one));
        assertThat(newest).extracting(HistoryPoint::timestamp).containsExactly(at(9_000), at(9_500), at(10_250),
                at(17_000));
        assertThat(newest).extracting(HistoryPoint::status).containsExactly(null, null, "no_data", "under_range");
    }

    @Test
    void namesAreTakenAsTheyAre() {
        assertThat(store.newest(query(List.of(ODD), 10, one))).containsExactlyElementsOf(
                written().stream().filter(point -> point.parameter().equals(ODD)).toList());
        assertThat(store.newest(query(List.of("te.p", ".*", "x' OR '1'='1", "\") |> drop()"), 10, one))).isEmpty();
        assertThat(store.newest(query("nobody-" + RUN))).isEmpty();
    }

    /** The bounds are those of the query, the first included and the last not. */
    @Test
    void aRangeHasItsFirstInstantAndNotItsLast() {
        HistoryQuery query = HistoryQuery.readings(one, List.of("temp"), at(500), at(1_500), 10);
        assertThat(store.newest(query)).extracting(HistoryPoint::timestamp).containsExactly(at(500), at(1_000));
    }

    @ParameterizedTest
    @EnumSource(names = {"MEAN", "MIN", "MAX", "FIRST", "LAST", "COUNT"})
    void theStoreMakesTheWindowsThatWouldBeMadeOfItsReadings(HistoryFunction function) {
        for (Duration every : new Duration[]{Duration.ofSeconds(2), Duration.ofMillis(1500), Duration.ofMinutes(5),
                null}) {
            for (Instant from : List.of(start, at(700))) {
                HistoryQuery query = new HistoryQuery(List.of(one, other), List.of(), from, start.plusSeconds(60),
                        function, every, 0, null, 1000);
                assertThat(store.windows(query)).as("%s every %s from %s", function, every, from)
                        .usingRecursiveFieldByFieldElementComparator().usingComparatorForType(close(), Double.class)
                        .containsExactlyInAnyOrderElementsOf(reduced(query));
            }
        }
    }

    private static Comparator<Double> close() {
        return (a, b) -> Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b)) ? 0 : Double.compare(a, b);
    }

    private List<HistoryPoint> reduced(HistoryQuery query) {
        Map<SeriesKey, SeriesReadings> series = new LinkedHashMap<>();
        store.readings(query, point -> series.computeIfAbsent(point.series(), SeriesReadings::new).add(point));
        return series.values().stream()
                .flatMap(each -> new WindowReducer(query, each, Instant.now()).windows().stream()).toList();
    }

    @Test
    void ofWindowsBeyondTheLimitTheNewestCome() {
        HistoryQuery query = new HistoryQuery(List.of(one), List.of("temp"), start, start.plusSeconds(60),
                HistoryFunction.MAX, Duration.ofSeconds(1), 0, null, 2);
        List<HistoryPoint> windows = store.windows(query);
        assertThat(windows).extracting(HistoryPoint::timestamp).containsExactly(at(9_000), at(10_000), at(17_000));
        assertThat(windows).extracting(HistoryPoint::value).containsExactly(19 * 19 + 0.5, null, null);
        assertThat(windows).extracting(HistoryPoint::status).containsExactly(null, "no_data", "under_range");
    }

    @Test
    void rawProcessDataComesWithItsDirection() {
        List<RawReading> read = new ArrayList<>();
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            read.clear();
            store.processData(one, start, at(3_000), read::add);
            return read.size() == 3;
        });
        assertThat(read).containsExactlyInAnyOrder(new RawReading(at(0), false, "00"),
                new RawReading(at(1_000), true, "01"),
                new RawReading(at(2_000), false, "02"));
        read.clear();
        store.processData(one, at(1_000), at(2_000), read::add);
        assertThat(read).hasSize(1);
    }

    @Test
    void aStoreThatIsThereAnswers() {
        store.ping();
        assertThat(store.trouble()).isNull();
        assertThat(Stream.of(HistoryFunction.values()).filter(HistoryFunction::byStore)).hasSize(6);
    }
}
