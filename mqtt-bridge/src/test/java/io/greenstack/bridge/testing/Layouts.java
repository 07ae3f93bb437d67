package io.greenstack.bridge.testing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import io.greenstack.core.layout.DeviceLayout;
import io.greenstack.core.processdata.ByteOrder;
import io.greenstack.core.processdata.Condition;
import io.greenstack.core.processdata.Field;
import io.greenstack.core.processdata.Frame;
import io.greenstack.core.processdata.Label;
import io.greenstack.core.processdata.LayoutParameter;
import io.greenstack.core.processdata.ProcessDataLayout;
import io.greenstack.core.processdata.ScalarType;
import io.greenstack.core.processdata.Scaling;
import io.greenstack.core.processdata.ScalingSource;
import io.greenstack.core.processdata.SpecialValue;

/** A thermometer: 16 bits of temperature (0.1 °C, 32764 = no data), 7 unused, one switch; takes one octet. */
public final class Layouts {

    private Layouts() {}

    /** Bound to the thermometer. */
    public static DeviceLayout thermometer(String deviceId) {
        Scaling tenth = new Scaling(List.of(), new BigDecimal("0.1"), BigDecimal.ZERO, 1001, "°C", null,
                ScalingSource.PROCESS_DATA_REF);
        Scaling fahrenheit = new Scaling(List.of(new Condition("V_Unit", 0, 1)), new BigDecimal("0.18"),
                new BigDecimal("32"), 1002, "°F", null, ScalingSource.MENU);
        Field temperature = new Field("temperature", "Temperature", 1, -1, 8, 16, ScalarType.INTEGER, null,
                List.of(fahrenheit, tenth), List.of(), List.of(noData()), List.of(), true);
        Field output = new Field("switch", "Switch", 2, -1, 0, 1, ScalarType.BOOLEAN, null, List.of(),
                List.of(Label.of(0, "off"), Label.of(1, "on")), List.of(), List.of(), true);
        Frame in = new Frame("PD_In", "In", 24, ByteOrder.BIG_ENDIAN, List.of(), List.of(temperature, output));
        Frame out = new Frame("PD_Out", "Out", 8, ByteOrder.BIG_ENDIAN, List.of(),
                List.of(Field.plain("switch", "Switch", 1, 0, 8, ScalarType.UINTEGER)));
        ProcessDataLayout layout = new ProcessDataLayout("thermometer:1", "IODD", "Thermometer",
                List.of(new LayoutParameter("V_Unit", 0, 80, "Unit", 0L)), List.of(in), List.of(out));
        return new DeviceLayout(deviceId, 1, Map.of(), layout);
    }

    private static SpecialValue noData() {
        return SpecialValue.of(new BigDecimal(32764), "NoData");
    }
}
