package io.greenstack.core.processdata;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Layouts for tests. */
final class Layouts {

    private Layouts() {}

    static ProcessDataLayout in(Frame... frames) {
        return new ProcessDataLayout("test", "IODD", "Test", List.of(), List.of(frames),
                List.of());
    }

    static Frame frame(int bitLength, Field... fields) {
        return new Frame("PI", "", bitLength, ByteOrder.BIG_ENDIAN, List.of(), List.of(fields));
    }

    static Field scaled(int bitLength, ScalarType type, String gradient, String offset) {
        Scaling scaling = new Scaling(List.of(), new BigDecimal(gradient), new BigDecimal(offset), null, "m", null,
                ScalingSource.MENU);
        return new Field("n", "N", 1, -1, 0, bitLength, type, null, List.of(scaling), List.of(), List.of(), List.of(),
                true);
    }

    /** A frame of either byte order whose fields of any type follow one another, with gaps. */
    static ProcessDataLayout random(Random random) {
        List<Field> fields = new ArrayList<>();
        FieldKeys keys = new FieldKeys();
        int at = random.nextInt(9);
        int count = 1 + random.nextInt(8);
        for (int i = 0; i < count; i++) {
            ScalarType type = ScalarType.values()[random.nextInt(ScalarType.values().length)];
            int bits = switch (type) {
                case BOOLEAN -> random.nextInt(4) == 0 ? 8 : 1;
                case UINTEGER, INTEGER -> 1 + random.nextInt(64);
                case FLOAT32 -> 32;
                case FLOAT64, TIME, TIME_SPAN -> 64;
                case STRING, OCTETS -> 8 * (3 + random.nextInt(12));
            };
            TextEncoding encoding = type == ScalarType.STRING
                    ? TextEncoding.values()[random.nextInt(TextEncoding.values().length)]
                    : null;
            fields.add(new Field(keys.next("Field", null), "Field", i + 1, -1, at, bits, type, encoding,
                    scalings(random), List.of(), List.of(), List.of(), random.nextBoolean()));
            at += bits + (random.nextInt(3) == 0 ? random.nextInt(10) : 0);
        }
        ByteOrder order = ByteOrder.values()[random.nextInt(2)];
        Frame frame = new Frame("F", "Frame", at, order, List.of(), fields);
        return new ProcessDataLayout("random", "EDS", "Random", List.of(), List.of(frame),
                List.of());
    }

    private static List<Scaling> scalings(Random random) {
        if (random.nextBoolean()) {
            return List.of();
        }
        BigDecimal gradient = BigDecimal.valueOf(random.nextInt(2_000) + 1, random.nextInt(6));
        BigDecimal offset = BigDecimal.valueOf(random.nextInt(2_000) - 1_000, random.nextInt(3));
        return List.of(new Scaling(List.of(), gradient, offset, 1013, "m", DisplayFormat.parse("Dec.2"),
                ScalingSource.PROCESS_DATA_REF));
    }
}
