package io.greenstack.loadtest.throughput;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;

import io.greenstack.common.layout.DeviceLayout;
import io.greenstack.common.layout.DeviceLayoutJson;
import io.greenstack.common.processdata.ByteOrder;
import io.greenstack.common.processdata.Condition;
import io.greenstack.common.processdata.Field;
import io.greenstack.common.processdata.Frame;
import io.greenstack.common.processdata.LayoutParameter;
import io.greenstack.common.processdata.ProcessDataLayout;
import io.greenstack.common.processdata.ScalarType;
import io.greenstack.common.processdata.Scaling;
import io.greenstack.common.processdata.ScalingSource;
import io.greenstack.common.redis.RedisKeys;
import redis.clients.jedis.Jedis;

/**
 * Writes to Redis what the api-service would: the devices are registered and bound to a sensor with two scaled numbers, one
 * of them under a condition, and two switches. So raw process data is decoded as in a plant.
 */
final class KnownDevices {

    private static final ProcessDataLayout SENSOR = sensor();

    private KnownDevices() {}

    private static ProcessDataLayout sensor() {
        Scaling celsius = scaling(List.of(), "0.1", "°C");
        Scaling bar = scaling(List.of(new Condition("V_Unit", 0, 0)), "0.01", "bar");
        Scaling pounds = scaling(List.of(new Condition("V_Unit", 0, 1)), "0.145038", "psi");
        List<Field> fields = List.of(
                new Field("temperature", "Temperature", 1, -1, 16, 16, ScalarType.INTEGER, null, List.of(celsius),
                        List.of(), List.of(), List.of(), true),
                new Field("pressure", "Pressure", 2, -1, 2, 14, ScalarType.INTEGER, null, List.of(bar, pounds),
                        List.of(), List.of(), List.of(), true),
                Field.plain("out2", "OUT2", 3, 1, 1, ScalarType.BOOLEAN),
                Field.plain("out1", "OUT1", 4, 0, 1, ScalarType.BOOLEAN));
        return new ProcessDataLayout("throughput:1", ProcessDataLayout.Kind.IODD, "Sensor",
                List.of(new LayoutParameter("V_Unit", 0, 551, "Unit", 0L)),
                List.of(new Frame("PI", "", Integer.SIZE, ByteOrder.BIG_ENDIAN, List.of(), fields)), List.of());
    }

    private static Scaling scaling(List<Condition> when, String gradient, String unit) {
        return new Scaling(when, new BigDecimal(gradient), null, null, unit, null, ScalingSource.MENU);
    }

    static void write(URI redis, List<String> devices) {
        try (Jedis client = new Jedis(redis)) {
            for (String device : devices) {
                client.set(RedisKeys.layout(device).getBytes(UTF_8),
                        DeviceLayoutJson.write(new DeviceLayout(device, 1, Map.of(), SENSOR)));
            }
            client.set(RedisKeys.LAYOUTS_READY, Long.toString(System.currentTimeMillis()));
        }
    }
}
