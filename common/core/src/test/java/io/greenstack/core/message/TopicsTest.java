package io.greenstack.core.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicsTest {

    private final Topics topics = new Topics(Topics.DEFAULT_PREFIX);

    @ParameterizedTest
    @EnumSource
    void everyKindThereAndBack(TopicKind kind) {
        for (Topics each : new Topics[]{topics, new Topics("plant 1/hall/devices")}) {
            DeviceId id = new DeviceId("press-7.sensor:2");
            assertThat(each.parse(each.topic(kind, id))).isEqualTo(new DeviceTopic(kind, id));
        }
    }

    @Test
    void topicsAndFilters() {
        assertThat(topics.topic(TopicKind.CONFIG_DESIRED, new DeviceId("a"))).isEqualTo("devices/a/config/desired");
        assertThat(topics.filter(TopicKind.TELEMETRY)).isEqualTo("devices/+/telemetry");
        assertThat(topics.filter(TopicKind.TELEMETRY, null)).isEqualTo("devices/+/telemetry");
        assertThat(topics.filter(TopicKind.TELEMETRY, " ")).isEqualTo("devices/+/telemetry");
        assertThat(topics.filter(TopicKind.TELEMETRY, "ingestion")).isEqualTo("$share/ingestion/devices/+/telemetry");
        assertThatIllegalArgumentException().isThrownBy(() -> topics.filter(TopicKind.STATUS, "a/b"));
    }

    @ParameterizedTest
    @CsvSource({"devices/a/unknown,unknown-topic", "devices/a,unknown-topic", "devices/,unknown-topic",
            "devices,unknown-topic", "device/a/telemetry,unknown-topic", "devices/a/telemetry/,unknown-topic",
            "devices/a/b/telemetry,unknown-topic", "'',unknown-topic", "/devices/a/telemetry,unknown-topic",
            "Devices/a/telemetry,unknown-topic", "devices//telemetry,bad-device-id",
            "devices/a b/telemetry,bad-device-id",
            "devices/ä/telemetry,bad-device-id", "devices/a$/telemetry,bad-device-id"})
    void refusals(String topic, String reason) {
        assertThat(catchThrowableOfType(PayloadException.class, () -> topics.parse(topic)).reason()).isEqualTo(reason);
    }

    @Test
    void refusesNoTopic() {
        assertThat(catchThrowableOfType(PayloadException.class, () -> topics.parse(null)).reason())
                .isEqualTo(RejectReason.UNKNOWN_TOPIC);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "/devices", "devices/", "a//b", "a/+/b", "#", "$share/g/devices", "a\nb"})
    void refusesBadPrefixes(String prefix) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Topics(prefix));
    }

    @Test
    void deviceIds() {
        assertThat(DeviceId.isValid(".")).isFalse();
        assertThat(DeviceId.isValid("..")).isFalse();
        assertThat(DeviceId.isValid("...")).isTrue();
        assertThat(DeviceId.isValid("A-z_0.9:")).isTrue();
        assertThat(DeviceId.isValid("x".repeat(64))).isTrue();
        assertThat(DeviceId.isValid("x".repeat(65))).isFalse();
        for (String bad : new String[]{"", " ", "a b", "a/b", "a+", "a#", "ä", "a\0", "a;", "@", "[", "`", "{"}) {
            assertThat(DeviceId.isValid(bad)).as(bad).isFalse();
        }
        assertThat(DeviceId.isValid(null)).isFalse();
        assertThat(catchThrowableOfType(PayloadException.class, () -> new DeviceId("x\n".repeat(100))).getMessage())
                .endsWith("...'").doesNotContain("\n").hasSizeLessThan(200);
        assertThat(new DeviceId("a")).isLessThan(new DeviceId("b")).hasToString("a");
    }

    @Test
    void ioLinkMasters() {
        IoLinkTopics one = new IoLinkTopics("gateway1", false);
        assertThat(one.filter(null)).isEqualTo("gateway1/devices/+/processdata/value");
        assertThat(one.filter("bridge")).isEqualTo("$share/bridge/gateway1/devices/+/processdata/value");
        DeviceTopic parsed = new DeviceTopic(TopicKind.TELEMETRY, new DeviceId("master1port1"));
        assertThat(one.parse("gateway1/devices/master1port1/processdata/value")).isEqualTo(parsed);
        assertThat(one.parse("gateway1/devices/master1port1/processdata/getdata/value")).isEqualTo(parsed);
        IoLinkTopics all = new IoLinkTopics("+", true);
        assertThat(all.parse("gw/devices/master1port1/processdata/value").deviceId())
                .isEqualTo(new DeviceId("gw:master1port1"));
        for (String other : new String[]{"gw/devices/x/processdata/value", "gateway1/devices/x/processdata",
                "gateway1/x/processdata/value", "gateway1", "", "gateway1/devices/processdata/value"}) {
            assertThat(catchThrowableOfType(PayloadException.class, () -> one.parse(other)).reason()).as(other)
                    .isEqualTo(RejectReason.UNKNOWN_TOPIC);
        }
        assertThat(catchThrowableOfType(PayloadException.class,
                () -> one.parse("gateway1/devices/a/b/processdata/value")).reason())
                .isEqualTo(RejectReason.BAD_DEVICE_ID);
        assertThatIllegalArgumentException().isThrownBy(() -> new IoLinkTopics("a/b", false));
        assertThatIllegalArgumentException().isThrownBy(() -> new IoLinkTopics("", false));
    }
}
