package io.greenstack.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.greenstack.core.processdata.ByteOrder;
import io.greenstack.core.processdata.Condition;
import io.greenstack.core.processdata.Direction;
import io.greenstack.core.processdata.Field;
import io.greenstack.core.processdata.Frame;
import io.greenstack.core.processdata.Label;
import io.greenstack.core.processdata.LayoutParameter;
import io.greenstack.core.processdata.ParameterValues;
import io.greenstack.core.processdata.ProcessDataDecoder;
import io.greenstack.core.processdata.ProcessDataLayout;
import io.greenstack.core.processdata.ScalarType;
import io.greenstack.core.processdata.Scaling;
import io.greenstack.core.processdata.ScalingSource;
import io.greenstack.core.processdata.ValueRange;

class SignalModelTest {

    private static final Condition FAHRENHEIT = new Condition("V_Unit", 0, 1);
    private static final Field TEMPERATURE = new Field("temperature", "Temperature", 1, -1, 16, 16, ScalarType.INTEGER,
            null, List.of(
                    new Scaling(List.of(FAHRENHEIT), new BigDecimal("0.18"), new BigDecimal("32"), null, "°F", null,
                            ScalingSource.MENU),
                    new Scaling(List.of(), new BigDecimal("0.1"), null, null, "°C", null, ScalingSource.MENU)),
            List.of(), List.of(), List.of(ValueRange.of(-400, 1500, null)), true);
    private static final Field MODE = new Field("mode", "Mode", 2, -1, 8, 2, ScalarType.UINTEGER, null, List.of(),
            List.of(Label.of(0, "idle"), Label.of(2, "run")), List.of(), List.of(), true);
    private static final ProcessDataLayout LAYOUT = new ProcessDataLayout("1", "IODD", "Sensor",
            List.of(new LayoutParameter("V_Unit", 0, 60, "Unit", 0L)),
            List.of(new Frame("P", "", 32, ByteOrder.BIG_ENDIAN, List.of(),
                    List.of(TEMPERATURE, MODE, Field.plain("alarm", "Alarm", 3, 0, 1, ScalarType.BOOLEAN),
                            Field.plain("load", "Load", 4, 1, 7, ScalarType.UINTEGER)))),
            List.of());

    @Test
    void values_stay_in_range_vary_and_survive_encoding_and_decoding() {
        SignalModel model = new SignalModel(LAYOUT, Map.of());
        ProcessDataDecoder decoder = ProcessDataDecoder.of(LAYOUT);
        Set<Object> modes = new HashSet<>();
        Set<Object> alarms = new HashSet<>();
        Set<Object> temperatures = new HashSet<>();
        for (int second = 0; second < 200; second++) {
            Map<String, Object> values = model.values(second);
            assertThat((Double) values.get("temperature")).isBetween(30.0, 54.0);
            assertThat((Double) values.get("load")).isBetween(0.0, 127.0);
            modes.add(values.get("mode"));
            alarms.add(values.get("alarm"));
            decoder.decode(Direction.IN, model.octets(second), ParameterValues.NONE).values().stream()
                    .filter(value -> value.field().key().equals("temperature"))
                    .forEach(value -> temperatures.add(value.value()));
        }
        assertThat(modes).containsExactlyInAnyOrder("idle", "run");
        assertThat(alarms).containsExactlyInAnyOrder(true, false);
        assertThat(temperatures).hasSizeGreaterThan(50);
    }

    @Test
    void a_second_device_gets_the_other_unit() {
        Map<String, Long> other = SignalModel.otherParameters(LAYOUT);
        assertThat(other).containsExactly(Map.entry("V_Unit", 1L));
        assertThat((Double) new SignalModel(LAYOUT, other).values(0).get("temperature")).isBetween(90.0, 125.0);
    }
}
