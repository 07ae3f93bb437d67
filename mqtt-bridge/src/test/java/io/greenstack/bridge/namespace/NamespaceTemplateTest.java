package io.greenstack.bridge.namespace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamespaceTemplateTest {

    private static final DevicePlace PLACE = new DevicePlace("Press 7", "Hall 1/ Line 4 ",
            Map.of("site", "Cologne", "area", "a/b+c#"));

    @Test
    void labelsLocationAndNamesFillTheTopic() {
        assertThat(topic("plant/{site}/{area}/{location}/{device}/{parameter}"))
                .isEqualTo("plant/Cologne/a-b-c-/Hall 1/Line 4/p-7/oil.level");
        assertThat(topic("plant/{line}/{name}/x-{device}")).isEqualTo("plant/unassigned/Press 7/x-p-7");
        assertThat(new NamespaceTemplate("plant/{location}/{device}", "none", "devices").topic("d", null,
                DevicePlace.NONE)).isEqualTo("plant/none/d");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{site}/{device}", "plant/{site}", "plant/+/{device}", "plant/#/{device}", "/x/{device}",
            "devices/{device}/{parameter}", "$SYS/{device}", "plant/{device}/", "plant/{de vice}/{device}",
            "spBv1.0/g/DDATA/n/{device}"})
    void whatCouldComeBackOrIsNoTopicIsRefusedAtTheStart(String text) {
        assertThatThrownBy(() -> new NamespaceTemplate(text, "none", "devices"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("MQTT_NAMESPACE_TEMPLATE");
    }

    @Test
    void itKnowsItsOwnTopics() {
        NamespaceTemplate template = new NamespaceTemplate("plant/a-{site}/{device}", "none", "devices");
        assertThat(template.concerns("plant/x/y")).isTrue();
        assertThat(template.concerns("plants/x")).isFalse();
        assertThat(template.ofParameter()).isFalse();
    }

    @Test
    void payloadsAreOfAParameterOrOfADevice() {
        Instant time = Instant.parse("2026-03-04T05:06:07Z");
        NamespaceValue hot = new NamespaceValue("temperature", 21.5, "°C", null, null);
        NamespaceValue none = new NamespaceValue("distance", null, "mm", null, "no_data");
        assertThat(text(NamespacePayload.of(hot, time)))
                .isEqualTo("{\"value\":21.5,\"unit\":\"°C\",\"timestamp\":\"2026-03-04T05:06:07Z\"}");
        assertThat(text(NamespacePayload.of(new NamespaceReading("d", time, List.of(hot, none)))))
                .isEqualTo("{\"timestamp\":\"2026-03-04T05:06:07Z\",\"values\":{\"temperature\":{\"value\":21.5,"
                        + "\"unit\":\"°C\"},\"distance\":{\"unit\":\"mm\",\"status\":\"no_data\"}}}");
    }

    @Test
    void whatWaitsIsBoundedAndTheNewestCounts() {
        NamespaceQueue newest = new NamespaceQueue(true, 2);
        NamespaceQueue all = new NamespaceQueue(false, 2);
        for (NamespaceQueue queue : List.of(newest, all)) {
            queue.add(out("a", "1"));
            queue.add(out("a", "2"));
            queue.add(out("b", "3"));
        }
        assertThat(newest.take(9)).extracting(one -> text(one.payload())).containsExactly("2", "3");
        assertThat(all.dropped()).isEqualTo(1);
        List<NamespaceQueue.Outgoing> taken = all.take(9);
        assertThat(taken).extracting(one -> text(one.payload())).containsExactly("2", "3");
        all.add(out("a", "4"));
        all.putBack(taken);
        assertThat(all.take(9)).extracting(one -> text(one.payload())).containsExactly("3", "4");
        newest.add(out("a", "5"));
        newest.putBack(List.of(out("a", "2"), out("b", "3")));
        assertThat(newest.take(9)).extracting(one -> text(one.payload())).containsExactly("5", "3");
    }

    private static NamespaceQueue.Outgoing out(String topic, String payload) {
        return new NamespaceQueue.Outgoing(topic, payload.getBytes(StandardCharsets.UTF_8));
    }

    private static String topic(String template) {
        return new NamespaceTemplate(template, "unassigned", "devices").topic("p-7", "oil.level", PLACE);
    }

    private static String text(byte[] octets) {
        return new String(octets, StandardCharsets.UTF_8);
    }
}
