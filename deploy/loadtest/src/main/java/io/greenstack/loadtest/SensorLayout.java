package io.greenstack.loadtest;

import java.math.BigDecimal;
import java.util.List;

import io.greenstack.core.processdata.ByteOrder;
import io.greenstack.core.processdata.Condition;
import io.greenstack.core.processdata.Field;
import io.greenstack.core.processdata.Frame;
import io.greenstack.core.processdata.LayoutParameter;
import io.greenstack.core.processdata.ProcessDataLayout;
import io.greenstack.core.processdata.ScalarType;
import io.greenstack.core.processdata.Scaling;
import io.greenstack.core.processdata.ScalingSource;
import io.greenstack.core.processdata.SpecialValue;
import io.greenstack.core.processdata.ValueRange;

/**
 * Process data of an ordinary sensor, in four octets: two scaled numbers, one of them with a special value and in a unit that a
 * parameter chooses, and two switches.
 */
public final class SensorLayout {

    private SensorLayout() {}

    public static ProcessDataLayout create() {
        Scaling celsius = scaling(List.of(), "0.1", "°C");
        Scaling bar = scaling(List.of(new Condition("V_Unit", 0, 0)), "0.01", "bar");
        Scaling pounds = scaling(List.of(new Condition("V_Unit", 0, 1)), "0.145038", "psi");
        List<SpecialValue> specials = List.of(SpecialValue.of(BigDecimal.valueOf(8191), "NoData"));
        List<Field> fields = List.of(
                new Field("temperature", "Temperature", 1, -1, 16, 16, ScalarType.INTEGER, null, List.of(celsius),
                        List.of(), List.of(), List.of(ValueRange.of(-400, 1500, null)), true),
                new Field("pressure", "Pressure", 2, -1, 2, 14, ScalarType.INTEGER, null, List.of(bar, pounds),
                        List.of(), specials, List.of(ValueRange.of(-100, 4000, null)), true),
                Field.plain("out2", "OUT2", 3, 1, 1, ScalarType.BOOLEAN),
                Field.plain("out1", "OUT1", 4, 0, 1, ScalarType.BOOLEAN));
        return new ProcessDataLayout("sensor", "IODD", "sensor",
                List.of(new LayoutParameter("V_Unit", 0, 551, "Unit", 0L)),
                List.of(new Frame("PI", "", Integer.SIZE, ByteOrder.BIG_ENDIAN, List.of(), fields)), List.of());
    }

    private static Scaling scaling(List<Condition> when, String gradient, String unit) {
        return new Scaling(when, new BigDecimal(gradient), null, null, unit, null, ScalingSource.MENU);
    }
}
