package io.greenstack.platform.layout;

import java.util.List;
import java.util.Map;

import io.greenstack.core.layout.DeviceLayout;
import io.greenstack.core.processdata.ByteOrder;
import io.greenstack.core.processdata.Field;
import io.greenstack.core.processdata.Frame;
import io.greenstack.core.processdata.LayoutParameter;
import io.greenstack.core.processdata.ProcessDataLayout;
import io.greenstack.core.processdata.ScalarType;

/** Sample layouts. */
final class Layouts {

    private Layouts() {}

    static DeviceLayout bound(String deviceId, long revision) {
        Field distance = Field.plain("distance", "Distance", 1, 0, 16, ScalarType.INTEGER);
        Frame frame = new Frame("PD_In", "Measurement", 16, ByteOrder.BIG_ENDIAN, List.of(), List.of(distance));
        ProcessDataLayout layout = new ProcessDataLayout("sample:1", "IODD", "Sample",
                List.of(new LayoutParameter("V_Mode", 0, 64, "Mode", 0L)), List.of(frame), List.of());
        return new DeviceLayout(deviceId, revision, Map.of("V_Mode", 2L), layout);
    }
}
