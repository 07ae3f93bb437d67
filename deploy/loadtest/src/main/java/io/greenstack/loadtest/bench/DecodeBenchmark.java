package io.greenstack.loadtest.bench;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import io.greenstack.core.processdata.ByteOrder;
import io.greenstack.core.processdata.Condition;
import io.greenstack.core.processdata.DecodedFrame;
import io.greenstack.core.processdata.Direction;
import io.greenstack.core.processdata.Field;
import io.greenstack.core.processdata.Frame;
import io.greenstack.core.processdata.LayoutJson;
import io.greenstack.core.processdata.LayoutParameter;
import io.greenstack.core.processdata.ParameterValues;
import io.greenstack.core.processdata.ProcessDataDecoder;
import io.greenstack.core.processdata.ProcessDataEncoder;
import io.greenstack.core.processdata.ProcessDataLayout;
import io.greenstack.core.processdata.ScalarType;
import io.greenstack.core.processdata.Scaling;
import io.greenstack.core.processdata.ScalingSource;
import io.greenstack.loadtest.SensorLayout;

/** Decoding and encoding of process data, and reading a layout. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DecodeBenchmark {

    private final ProcessDataLayout sensor = SensorLayout.create();
    private final ProcessDataLayout record = record();
    private final ProcessDataLayout hub = hub();
    private final ProcessDataDecoder sensorDecoder = ProcessDataDecoder.of(sensor);
    private final ProcessDataDecoder recordDecoder = ProcessDataDecoder.of(record);
    private final ProcessDataDecoder hubDecoder = ProcessDataDecoder.of(hub);
    private final ProcessDataEncoder sensorEncoder = ProcessDataEncoder.of(sensor);
    private final byte[] sensorOctets = HexFormat.of().parseHex("018A02A1");
    private final byte[] recordOctets = HexFormat.of().parseHex("00FA01F4FF38270F0305");
    private final byte[] hubOctets = HexFormat.of()
            .parseHex("000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F");
    private final ParameterValues psi = ParameterValues.of(Map.of("V_Unit", 1L));
    private final Map<String, Object> values = Map.of("temperature", 39.4, "pressure", 1.68, "out1", true, "out2",
            false);
    private final byte[] hubJson = LayoutJson.write(hub).getBytes(StandardCharsets.UTF_8);

    /** The largest IO-Link process data: 32 octets, 64 fields. */
    private static ProcessDataLayout hub() {
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            fields.add(new Field("f" + i, "Field " + i, i + 1, -1, i * 4, 4, ScalarType.UINTEGER, null,
                    List.of(scaling(List.of(), "0.25", "V")), List.of(), List.of(), List.of(), true));
        }
        return layout("hub", fields, 256);
    }

    /** A typical record: eight items, four of them scaled measurements, and four bits. */
    private static ProcessDataLayout record() {
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            fields.add(new Field("m" + i, "Measurement " + i, i + 1, -1, i * 16, 16, ScalarType.INTEGER, null,
                    List.of(scaling(List.of(), "0.1", "V")), List.of(), List.of(), List.of(), true));
        }
        for (int i = 0; i < 4; i++) {
            fields.add(new Field("b" + i, "Bit " + i, i + 5, -1, 64 + i, 1, ScalarType.BOOLEAN, null, List.of(),
                    List.of(), List.of(), List.of(), true));
        }
        return layout("record", fields, 80);
    }

    private static Scaling scaling(List<Condition> when, String gradient, String unit) {
        return new Scaling(when, new BigDecimal(gradient), null, null, unit, null, ScalingSource.MENU);
    }

    private static ProcessDataLayout layout(String id, List<Field> fields, int bits) {
        return new ProcessDataLayout(id, "IODD", id,
                List.of(new LayoutParameter("V_Unit", 0, 551, "Unit", 0L)),
                List.of(new Frame("PI", "", bits, ByteOrder.BIG_ENDIAN, List.of(), fields)), List.of());
    }

    /** Four fields, one condition by default. */
    @Benchmark
    public DecodedFrame decodeSensor() {
        return sensorDecoder.decode(Direction.IN, sensorOctets, ParameterValues.NONE);
    }

    /** A typical record: eight items. */
    @Benchmark
    public DecodedFrame decodeRecord() {
        return recordDecoder.decode(Direction.IN, recordOctets, ParameterValues.NONE);
    }

    /** Four fields, one condition by reported value. */
    @Benchmark
    public DecodedFrame decodeSensorWithParameter() {
        return sensorDecoder.decode(Direction.IN, sensorOctets, psi);
    }

    /** 64 fields. */
    @Benchmark
    public DecodedFrame decodeHub() {
        return hubDecoder.decode(Direction.IN, hubOctets, ParameterValues.NONE);
    }

    /** Four fields the other way. */
    @Benchmark
    public byte[] encodeSensor() {
        return sensorEncoder.encode(Direction.IN, values, ParameterValues.NONE);
    }

    /** Text to layout to decoder, as after a layout changed: 64 fields. */
    @Benchmark
    public ProcessDataDecoder compileHub() {
        return ProcessDataDecoder.of(LayoutJson.read(hubJson));
    }
}
