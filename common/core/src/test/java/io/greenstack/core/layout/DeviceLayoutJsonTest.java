package io.greenstack.core.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.greenstack.core.processdata.ByteOrder;
import io.greenstack.core.processdata.Field;
import io.greenstack.core.processdata.Frame;
import io.greenstack.core.processdata.LayoutParameter;
import io.greenstack.core.processdata.ProcessDataLayout;
import io.greenstack.core.processdata.ScalarType;

class DeviceLayoutJsonTest {

    @Test
    void readsWhatItWrote() throws IOException {
        Field distance = Field.plain("distance", "Distance", 1, 0, 16, ScalarType.INTEGER);
        Frame frame = new Frame("PD_In", "Measurement", 16, ByteOrder.BIG_ENDIAN, List.of(), List.of(distance));
        ProcessDataLayout decoded = new ProcessDataLayout("sample:1", "IODD", "Sample",
                List.of(new LayoutParameter("V_Mode", 0, 64, "Mode", 0L)), List.of(frame), List.of());
        DeviceLayout layout = new DeviceLayout("press-1", 7, Map.of("V_Mode", 2L), decoded);

        assertThat(DeviceLayoutJson.read(DeviceLayoutJson.write(layout))).isEqualTo(layout);
    }

    @Test
    void saysOfAnUnboundDeviceThatItIsOne() throws IOException {
        byte[] document = DeviceLayoutJson.write(new DeviceLayout("press-1", 3, Map.of(), null));

        assertThat(new String(document, StandardCharsets.UTF_8)).isEqualTo(
                "{\"device_id\":\"press-1\",\"revision\":3,\"bound\":false,\"parameters\":{},\"layout\":null}");
        assertThat(DeviceLayoutJson.read(document).bound()).isFalse();
    }

    @Test
    void skipsMembersOfNewerVersions() throws IOException {
        byte[] document = "{\"new\":{\"a\":[1,2]},\"device_id\":\"d\",\"revision\":1,\"layout\":null,\"more\":[{}]}"
                .getBytes(StandardCharsets.UTF_8);

        assertThat(DeviceLayoutJson.read(document)).isEqualTo(new DeviceLayout("d", 1, Map.of(), null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{\"revision\":1}", "{\"device_id\":\"d\",\"revision\":\"x\"}",
            "{\"device_id\":\"d\",\"layout\":7}", "{\"device_id\":\"d\",\"parameters\":[]}", "nonsense"})
    void refusesWhatIsNoLayout(String document) {
        assertThatThrownBy(() -> DeviceLayoutJson.read(document.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class);
    }
}
