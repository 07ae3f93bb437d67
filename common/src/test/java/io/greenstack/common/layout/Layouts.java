package io.greenstack.common.layout;

import java.util.List;
import java.util.Map;

import io.greenstack.common.processdata.ByteOrder;
import io.greenstack.common.processdata.Field;
import io.greenstack.common.processdata.Frame;
import io.greenstack.common.processdata.LayoutParameter;
import io.greenstack.common.processdata.ProcessDataLayout;
import io.greenstack.common.processdata.ScalarType;

/** Sample layouts. */
final class Layouts {

    private Layouts() {}

    static DeviceLayout bound(String deviceId, long revision) {
        Field distance = Field.plain("distance", "Distance", 1, 0, 16, ScalarType.INTEGER);
        Frame frame = new Frame("PD_In", "Measurement", 16, ByteOrder.BIG_ENDIAN, List.of(), List.of(distance));
        ProcessDataLayout layout = new ProcessDataLayout("sample:1", ProcessDataLayout.Kind.IODD, "Sample",
                List.of(new LayoutParameter("V_Mode", 0, 64, "Mode", 0L)), List.of(frame), List.of());
        return new DeviceLayout(deviceId, revision, Map.of("V_Mode", 2L), layout);
    }
}
