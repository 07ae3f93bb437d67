package io.greenstack.api.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.compression.ZlibCodecFactory;
import io.netty.handler.codec.compression.ZlibWrapper;

class KeptAnswerTest {

    private static final long MOST = 1_000_000;

    private static KeptAnswer answer(int length) {
        return KeptAnswer.of("/api/iodd/{id}", Map.of("ETag", "\"a\"", "X-Total-Count", "3"),
                "{\"größe\":3},".repeat(length / 12 + 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5_000, 300_000})
    void itIsCompressedAsTheServerDoes(int length) {
        KeptAnswer answer = answer(length);
        EmbeddedChannel server = new EmbeddedChannel(ZlibCodecFactory.newZlibEncoder(ZlibWrapper.GZIP, 6, 15, 8));
        server.writeOutbound(Unpooled.directBuffer().writeBytes(answer.plain()));
        server.finish();
        ByteBuf all = Unpooled.buffer();
        for (ByteBuf part = server.readOutbound(); part != null; part = server.readOutbound()) {
            all.writeBytes(part);
            part.release();
        }
        byte[] made = new byte[all.readableBytes()];
        all.readBytes(made);
        assertThat(answer.gzip()).isEqualTo(made);
    }

    @Test
    void itComesBackAsItWas() {
        KeptAnswer answer = answer(5_000);
        KeptAnswer read = KeptAnswer.decoded(answer.encoded(), MOST);

        assertThat(read.headers()).isEqualTo(answer.headers());
        assertThat(read.template()).isEqualTo("/api/iodd/{id}");
        assertThat(read.gzip()).isEqualTo(answer.gzip());
        assertThat(new String(read.plain(), StandardCharsets.UTF_8)).startsWith("{\"größe\":3},").hasSize(5_004);
    }

    @Test
    void whatIsNoAnswerIsRefused() {
        byte[] octets = answer(5_000).encoded();

        assertThatThrownBy(() -> KeptAnswer.decoded(octets, 4_000)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> KeptAnswer.decoded(Arrays.copyOf(octets, 10), MOST))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> KeptAnswer.decoded(new byte[]{0, 0, (byte) 0xFF}, MOST))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
