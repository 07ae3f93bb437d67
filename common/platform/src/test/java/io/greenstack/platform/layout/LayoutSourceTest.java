package io.greenstack.platform.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;

import io.greenstack.core.layout.DeviceLayout;
import io.greenstack.core.layout.DeviceLayoutJson;
import io.greenstack.core.layout.LayoutLookup;
import io.greenstack.core.layout.LayoutLookup.Bound;
import io.greenstack.core.layout.LayoutLookup.Unavailable;
import io.greenstack.core.layout.LayoutLookup.Unbound;
import io.greenstack.core.layout.LayoutLookup.UnknownDevice;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;

class LayoutSourceTest {

    private final FakeStore store = new FakeStore();
    private final FakeChanges changes = new FakeChanges();
    private long now;
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final LayoutSource source = new LayoutSource(store, changes, 3, Duration.ofSeconds(60),
            Duration.ofSeconds(2), () -> now, metrics);

    @Test
    void readsAllMissingDevicesInOneRoundTripAndThenNoneAgain() {
        store.put(Layouts.bound("a", 1));
        store.put(new DeviceLayout("b", 1, Map.of(), null));

        Map<String, LayoutLookup> first = lookup("a", "b", "nobody", "a");
        assertThat(first.get("a")).isInstanceOfSatisfying(Bound.class, bound -> {
            assertThat(bound.layout().revision()).isEqualTo(1);
            assertThat(bound.parameters().toMap()).containsEntry("V_Mode", 2L);
        });
        assertThat(first.get("b")).isInstanceOf(Unbound.class);
        assertThat(first.get("nobody")).isInstanceOf(UnknownDevice.class);
        lookup("a", "b");

        assertThat(store.fetched).containsExactly(List.of("a", "b", "nobody"));
        assertThat(metrics.get("greenstack.layouts.lookups").tag("result", "hit").counter().count()).isEqualTo(2);
    }

    @Test
    void readsAgainWhenAChangeIsAnnounced() {
        store.put(Layouts.bound("a", 1));
        lookup("a");
        store.put(Layouts.bound("a", 2));

        changes.announce("a");

        assertThat(revision("a")).isEqualTo(2);
    }

    @Test
    void looksAgainAfterTheRecheckAgeBecauseAnAnnouncementMayHaveBeenLost() {
        store.put(Layouts.bound("a", 1));
        LayoutLookup before = lookup("a").get("a");
        store.put(Layouts.bound("a", 2));

        now = Duration.ofSeconds(59).toNanos();
        assertThat(lookup("a").get("a")).isSameAs(before);
        now = Duration.ofSeconds(60).toNanos();
        assertThat(revision("a")).isEqualTo(2);
    }

    @Test
    void looksAgainAfterTheSubscriptionWasInterrupted() {
        store.put(Layouts.bound("a", 1));
        lookup("a");
        store.put(Layouts.bound("a", 2));

        changes.onSubscribed.run();

        assertThat(revision("a")).isEqualTo(2);
    }

    @Test
    void keepsTheDecoderWhenTheDocumentIsTheSame() {
        store.put(Layouts.bound("a", 1));
        LayoutLookup before = lookup("a").get("a");
        changes.onSubscribed.run();

        assertThat(lookup("a").get("a")).isSameAs(before);
        assertThat(store.fetched).hasSize(2);
    }

    @Test
    void devicesOfOneProductShareADecoder() {
        store.put(Layouts.bound("a", 1));
        store.put(Layouts.bound("b", 1));

        Map<String, LayoutLookup> found = lookup("a", "b");

        assertThat(((Bound) found.get("a")).decoder()).isSameAs(((Bound) found.get("b")).decoder());
    }

    @Test
    void aDeviceThatRegisteredWhileRedisWasAwayIsNotTakenForUnknownJustAfter() {
        store.away = true;
        assertThat(lookup("new").get("new")).isInstanceOf(Unavailable.class);
        store.away = false;

        now = Duration.ofSeconds(9).toNanos();
        assertThat(lookup("new").get("new")).isInstanceOf(Unavailable.class);
        store.put(Layouts.bound("new", 1));
        assertThat(lookup("new").get("new")).isInstanceOf(Bound.class);
        now = Duration.ofSeconds(10).toNanos();
        assertThat(lookup("stranger").get("stranger")).isInstanceOf(UnknownDevice.class);
    }

    @Test
    void withoutTheMarkerAMissingLayoutSaysNothing() {
        store.ready = false;
        store.put(Layouts.bound("a", 1));

        Map<String, LayoutLookup> found = lookup("a", "b");

        assertThat(found.get("a")).isInstanceOf(Bound.class);
        assertThat(found.get("b")).isInstanceOf(Unavailable.class);
        store.ready = true;
        assertThat(lookup("b").get("b")).isInstanceOf(UnknownDevice.class);
    }

    @Test
    void anUnknownDeviceIsAskedForAgainSoon() {
        lookup("a");
        store.put(Layouts.bound("a", 1));

        now = Duration.ofSeconds(2).toNanos();

        assertThat(revision("a")).isEqualTo(1);
    }

    @Test
    void whileRedisIsAwayLayoutsAreUsedUpToTheRecheckAge() {
        store.put(Layouts.bound("a", 1));
        lookup("a");
        store.away = true;
        changes.onSubscribed.run();

        assertThat(revision("a")).isEqualTo(1);
        assertThat(lookup("b").get("b")).isInstanceOf(Unavailable.class);
        now = Duration.ofSeconds(60).toNanos();
        assertThat(lookup("a").get("a")).isInstanceOfSatisfying(Unavailable.class,
                unavailable -> assertThat(unavailable.reason()).contains("gone"));
    }

    @Test
    void doesNotKeepWhatWasReadBeforeAnAnnouncement() {
        store.put(Layouts.bound("a", 1));
        lookup("c");
        store.whileFetching = () -> {
            store.put(Layouts.bound("a", 2));
            changes.announce("a");
            store.whileFetching = () -> {};
        };

        lookup("a");

        assertThat(revision("a")).isEqualTo(2);
    }

    @Test
    void theDeviceNotAskedForTheLongestTimeGoesFirst() {
        for (String id : List.of("a", "b", "c", "d")) {
            store.put(Layouts.bound(id, 1));
        }
        lookup("a", "b", "c");
        lookup("a");
        lookup("d");
        store.fetched.clear();

        lookup("a", "c", "d");
        assertThat(store.fetched).isEmpty();
        lookup("b");
        assertThat(store.fetched).containsExactly(List.of("b"));
    }

    @Test
    void aDocumentThatCannotBeReadCountsAsUnbound() {
        store.documents.put("a", "{\"device_id\":\"a\",\"layout\":{\"x\":".getBytes(StandardCharsets.UTF_8));
        store.documents.put("b", DeviceLayoutJson.write(Layouts.bound("someone-else", 1)));

        Map<String, LayoutLookup> found = lookup("a", "b");

        assertThat(found.values()).allMatch(Unbound.class::isInstance);
        assertThat(metrics.get("greenstack.layouts.unreadable").counter().count()).isEqualTo(2);
    }

    private long revision(String id) {
        return ((Bound) lookup(id).get(id)).layout().revision();
    }

    private Map<String, LayoutLookup> lookup(String... ids) {
        return source.lookup(List.of(ids)).await().atMost(Duration.ofSeconds(5));
    }

    private static final class FakeStore implements LayoutStore {

        final Map<String, byte[]> documents = new HashMap<>();
        final List<List<String>> fetched = new ArrayList<>();
        boolean ready = true;
        boolean away;
        Runnable whileFetching = () -> {};

        void put(DeviceLayout layout) {
            documents.put(layout.deviceId(), DeviceLayoutJson.write(layout));
        }

        @Override
        public Uni<Documents> fetch(List<String> deviceIds) {
            if (away) {
                return Uni.createFrom().failure(new IllegalStateException("gone"));
            }
            fetched.add(List.copyOf(deviceIds));
            Map<String, byte[]> found = new HashMap<>(documents);
            whileFetching.run();
            return Uni.createFrom().item(new Documents(ready, found));
        }
    }

    private static final class FakeChanges implements LayoutChanges {

        private Consumer<String> onChange;
        private Runnable onSubscribed;

        @Override
        public void start(Consumer<String> onChange, Runnable onSubscribed) {
            this.onChange = onChange;
            this.onSubscribed = onSubscribed;
        }

        void announce(String id) {
            onChange.accept(id);
        }
    }
}
