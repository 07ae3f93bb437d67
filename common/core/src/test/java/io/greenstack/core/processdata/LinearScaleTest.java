package io.greenstack.core.processdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scaling against BigDecimal: always the double nearest to the exact decimal. */
class LinearScaleTest {

    private static final RawNumber SIGNED = new RawNumber(ScalarType.INTEGER, 64);
    private static final RawNumber UNSIGNED = new RawNumber(ScalarType.UINTEGER, 64);
    private static final RawNumber FLOAT = new RawNumber(ScalarType.FLOAT32, 32);

    @ParameterizedTest
    @CsvSource({"394,0.1,0,39.4", "3,0.1,0,0.3", "2981,0.1,-273.15,24.95", "7,-0.5,0,-3.5", "0,0.1,0,0",
            "9007199254740993,1,0,9007199254740992", "-9223372036854775808,1,0,-9223372036854775808",
            "9223372036854775807,0.001,0,9223372036854775.807", "1,1E-350,0,0", "1,1E300,0,1E300",
            "4503599627370496,1,4503599627370496,9007199254740992", "100,0.1,-10,0"})
    void examples(long raw, BigDecimal gradient, BigDecimal offset, BigDecimal expected) {
        assertThat(new LinearScale(gradient, offset).apply(raw, SIGNED)).isEqualTo(expected.doubleValue());
    }

    @Test
    void integersAgainstBigDecimal() {
        Random random = new Random(20261123);
        for (int scale = 0; scale < 4_000; scale++) {
            BigDecimal gradient = number(random);
            BigDecimal offset = random.nextInt(3) == 0 ? BigDecimal.ZERO : number(random);
            LinearScale linear = new LinearScale(gradient, offset);
            for (int i = 0; i < 60; i++) {
                long raw = random.nextLong() >> random.nextInt(64);
                BigDecimal exact = new BigDecimal(raw).multiply(gradient).add(offset);
                assertThat(linear.apply(raw, SIGNED)).as("%s * %s + %s", raw, gradient, offset)
                        .isEqualTo(exact.doubleValue());
                BigDecimal unsigned = new BigDecimal(new BigInteger(Long.toUnsignedString(raw))).multiply(gradient)
                        .add(offset);
                assertThat(linear.apply(raw, UNSIGNED)).as("unsigned %s * %s + %s", raw, gradient, offset)
                        .isEqualTo(unsigned.doubleValue());
            }
        }
    }

    @Test
    void floatsAgainstBigDecimal() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            float raw = Float.intBitsToFloat(random.nextInt());
            if (Float.isFinite(raw)) {
                BigDecimal gradient = number(random);
                BigDecimal offset = number(random);
                BigDecimal exact = new BigDecimal(raw).multiply(gradient).add(offset);
                assertThat(new LinearScale(gradient, offset).apply(Float.floatToRawIntBits(raw), FLOAT))
                        .isEqualTo(exact.doubleValue());
            }
        }
    }

    @Test
    void unscalesWhatItScaled() {
        Random random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            BigDecimal gradient = number(random);
            long raw = random.nextInt();
            LinearScale linear = new LinearScale(gradient, BigDecimal.TEN);
            BigDecimal value = new BigDecimal(raw).multiply(gradient).add(BigDecimal.TEN);
            assertThat(linear.unscale(value).subtract(new BigDecimal(raw)).abs())
                    .isLessThan(new BigDecimal("1e-15"));
        }
    }

    /** Numbers as descriptions have them, and some they should not have. */
    private static BigDecimal number(Random random) {
        int digits = random.nextInt(8);
        long unscaled = switch (digits) {
            case 0 -> 1;
            case 1 -> random.nextInt(9) + 1;
            case 2, 3, 4 -> random.nextInt(1_000_000) + 1;
            case 5 -> random.nextInt(Integer.MAX_VALUE) + 1L;
            default -> (random.nextLong() >>> 1) + 1;
        };
        int scale = random.nextInt(10) == 0 ? random.nextInt(60) - 30 : random.nextInt(12);
        return BigDecimal.valueOf(random.nextBoolean() ? unscaled : -unscaled, scale);
    }
}
