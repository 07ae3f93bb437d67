package io.greenstack.api.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

import io.greenstack.api.platform.Page;
import io.greenstack.api.platform.PageRequest;

class CacheCodecTest {

    private static final long LIMIT = 1 << 20;

    private final CacheCodec codec = new CacheCodec();

    /** What the API would show otherwise than it is. */
    record Inner(@JsonIgnore int hidden, Instant time) {}

    record Outer(@JsonUnwrapped Inner inner, @JsonRawValue String raw, Map<Long, List<String>> map, byte[] octets) {

        boolean isOdd() {
            return true;
        }
    }

    static Page<Outer> page() {
        return null;
    }

    @Test
    void recordsComeBackWithAllTheirComponents() throws Exception {
        Outer outer = new Outer(new Inner(7, Instant.parse("2026-11-30T10:00:00.123456Z")), "{\"a\":1}",
                Map.of(5L, List.of("x", "y")), new byte[]{1, 2, 3});
        Page<Outer> page = new Page<>(List.of(outer), 12, new PageRequest(2, 10));
        Object read = codec.decode(codec.encode(page),
                codec.type(CacheCodecTest.class.getDeclaredMethod("page").getGenericReturnType()), LIMIT);

        assertThat(read).usingRecursiveComparison().isEqualTo(page);
    }

    @Test
    void textsAndOctetsStayWhatTheyAre() {
        String text = "ä\u0000😀".repeat(1000);
        byte[] octets = text.getBytes(java.nio.charset.StandardCharsets.UTF_16);

        byte[] encoded = codec.encode(text);
        assertThat(encoded).hasSizeLessThan(500);
        assertThat(codec.decode(encoded, codec.type(String.class), LIMIT)).isEqualTo(text);
        assertThat(codec.decode(codec.encode("x"), codec.type(String.class), LIMIT)).isEqualTo("x");
        assertThat(codec.decode(codec.encode(octets), codec.type(byte[].class), LIMIT)).isEqualTo(octets);
    }

    @Test
    void whatIsNoValueIsRefused() {
        byte[] bomb = codec.encode("a".repeat(5000));
        for (byte[] wrong : List.of(new byte[0], new byte[]{1}, new byte[]{1, 0, 0, 1, 0, 5, 5, 5},
                new byte[]{0, '{'})) {
            assertThatThrownBy(() -> codec.decode(wrong, codec.type(PageRequest.class), LIMIT))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> codec.decode(bomb, codec.type(String.class), 4999))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keysAreDifferentForDifferentArguments() {
        assertThat(codec.key(new Object[]{"a", "b\",\"c"})).isNotEqualTo(codec.key(new Object[]{"a", "b", "c"}));
        assertThat(codec.key(new Object[]{null, 1L})).isNotEqualTo(codec.key(new Object[]{1L, null}));
    }
}
