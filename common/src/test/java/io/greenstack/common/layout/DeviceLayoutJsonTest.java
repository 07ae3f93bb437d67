package io.greenstack.common.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceLayoutJsonTest {

    @Test
    void readsWhatItWrote() throws IOException {
        DeviceLayout layout = Layouts.bound("press-1", 7);

        assertThat(DeviceLayoutJson.read(DeviceLayoutJson.write(layout))).isEqualTo(layout);
    }

    @Test
    void saysOfAnUnboundDeviceThatItIsOne() throws IOException {
        byte[] document = DeviceLayoutJson.write(DeviceLayout.unbound("press-1", 3));

        assertThat(new String(document, StandardCharsets.UTF_8)).isEqualTo(
                "{\"device_id\":\"press-1\",\"revision\":3,\"bound\":false,\"parameters\":{},\"layout\":null}");
        assertThat(DeviceLayoutJson.read(document).bound()).isFalse();
    }

    @Test
    void skipsMembersOfNewerVersions() throws IOException {
        byte[] document = "{\"new\":{\"a\":[1,2]},\"device_id\":\"d\",\"revision\":1,\"layout\":null,\"more\":[{}]}"
                .getBytes(StandardCharsets.UTF_8);

        assertThat(DeviceLayoutJson.read(document)).isEqualTo(DeviceLayout.unbound("d", 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{\"revision\":1}", "{\"device_id\":\"d\",\"revision\":\"x\"}",
            "{\"device_id\":\"d\",\"layout\":7}", "{\"device_id\":\"d\",\"parameters\":[]}", "nonsense"})
    void refusesWhatIsNoLayout(String document) {
        assertThatThrownBy(() -> DeviceLayoutJson.read(document.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class);
    }
}
