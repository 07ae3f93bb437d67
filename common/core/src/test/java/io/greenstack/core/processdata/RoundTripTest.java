package io.greenstack.core.processdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

/** Random layouts and octets: the bits are those of a plain big-number oracle, and encoding undoes decoding. */
class RoundTripTest {

    @Test
    void bitsAreThoseOfOneBigNumber() {
        Random random = new Random(1);
        for (int i = 0; i < 50_000; i++) {
            byte[] octets = new byte[1 + random.nextInt(12)];
            random.nextBytes(octets);
            int offset = random.nextInt(octets.length * 8);
            int length = 1 + random.nextInt(Math.min(64, octets.length * 8 - offset));
            ByteOrder order = ByteOrder.values()[random.nextInt(2)];
            BitSlice slice = new BitSlice(order, octets.length, offset, length);

            BigInteger mask = BigInteger.ONE.shiftLeft(length).subtract(BigInteger.ONE);
            long expected = number(octets, order).shiftRight(offset).and(mask).longValue();
            assertThat(slice.read(octets)).isEqualTo(expected);

            long value = random.nextLong();
            byte[] written = octets.clone();
            slice.write(written, value);
            BigInteger field = BigInteger.valueOf(value).and(mask).shiftLeft(offset);
            assertThat(number(written, order))
                    .isEqualTo(number(octets, order).andNot(mask.shiftLeft(offset)).or(field));
        }
    }

    private static BigInteger number(byte[] octets, ByteOrder order) {
        byte[] bigEndian = octets.clone();
        if (order == ByteOrder.LITTLE_ENDIAN) {
            for (int i = 0; i < octets.length; i++) {
                bigEndian[i] = octets[octets.length - 1 - i];
            }
        }
        return new BigInteger(1, bigEndian);
    }

    @Test
    void decodingWhatWasEncodedGivesTheSameValues() {
        Random random = new Random(2);
        for (int i = 0; i < 5_000; i++) {
            ProcessDataLayout layout = Layouts.random(random);
            Frame frame = layout.in().get(0);
            byte[] octets = new byte[frame.octets()];
            random.nextBytes(octets);
            ProcessDataDecoder decoder = ProcessDataDecoder.of(layout);
            ProcessDataEncoder encoder = ProcessDataEncoder.of(layout);

            Map<String, Object> values = encodable(decoder.decode(Direction.IN, octets, ParameterValues.NONE));
            byte[] base = new byte[octets.length];
            random.nextBytes(base);
            byte[] encoded = encoder.encode(Direction.IN, values, ParameterValues.NONE, base);
            Map<String, Object> again = encodable(decoder.decode(Direction.IN, encoded, ParameterValues.NONE));
            again.keySet().retainAll(values.keySet());

            assertThat(again.keySet()).as(layout.toString()).isEqualTo(values.keySet());
            values.forEach((key, value) -> assertThat(same(again.get(key), value))
                    .as("%s of %s: %s, was %s", key, frame, again.get(key), value).isTrue());
        }
    }

    private static boolean same(Object one, Object other) {
        return one instanceof byte[] octets ? Arrays.equals(octets, (byte[]) other) : one.equals(other);
    }

    /** Values that can be written: not numbers of more digits than a double has, not texts with replaced characters. */
    private static Map<String, Object> encodable(DecodedFrame frame) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (DecodedValue value : frame.values()) {
            Field field = value.field();
            boolean text = value.value() instanceof String s && s.indexOf('\uFFFD') >= 0;
            boolean large = field.type().numeric() && field.type() != ScalarType.FLOAT32
                    && field.type() != ScalarType.FLOAT64 && Math.abs((double) value.raw()) > 1L << 46;
            boolean scaledFloat = value.scaling() != null && !value.scaling().isIdentity()
                    && (field.type() == ScalarType.FLOAT32 || field.type() == ScalarType.FLOAT64);
            if (value.hasValue() && !text && !large && !scaledFloat) {
                values.put(field.key(), value.value());
            }
        }
        return values;
    }

    @Test
    void integersOfEveryLengthSurviveTheirScaling() {
        Random random = new Random(3);
        for (int bits = 1; bits <= 46; bits++) {
            for (ScalarType type : new ScalarType[]{ScalarType.INTEGER, ScalarType.UINTEGER}) {
                ProcessDataLayout layout = Layouts.in(Layouts.frame(bits, Layouts.scaled(bits, type, "0.01", "-40")));
                ProcessDataDecoder decoder = ProcessDataDecoder.of(layout);
                ProcessDataEncoder encoder = ProcessDataEncoder.of(layout);
                for (int i = 0; i < 50; i++) {
                    byte[] octets = BigInteger.valueOf(random.nextLong() >>> 64 - bits).toByteArray();
                    byte[] framed = new byte[(bits + 7) / 8];
                    int keep = Math.min(octets.length, framed.length);
                    System.arraycopy(octets, octets.length - keep, framed, framed.length - keep, keep);
                    DecodedValue value = decoder.decode(Direction.IN, framed, ParameterValues.NONE).value("n");
                    assertThat(encoder.encode(Direction.IN, Map.of("n", value.value()), ParameterValues.NONE))
                            .isEqualTo(framed);
                }
            }
        }
    }
}
