package io.greenstack.bridge.dialect.sparkplug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.greenstack.core.message.PayloadException;
import io.greenstack.core.message.Unused;

class CompressedPayloadTest {

    private static final byte[] INNER = new Encoded().at(5).seq(3).metric("t", 1, 10, out -> out.writeDouble(13, 2.5))
            .octets();

    @ParameterizedTest
    @ValueSource(strings = {"DEFLATE", "GZIP", "raw", ""})
    void whatIsInsideCounts(String algorithm) throws IOException {
        SparkplugPayload payload = SparkplugCodec
                .read(outer(pack(INNER, algorithm), "raw".equals(algorithm) ? "DEFLATE" : algorithm));

        assertThat(payload.seq()).isEqualTo(3);
        assertThat(payload.timestamp().toEpochMilli()).isEqualTo(5);
        assertThat(payload.metrics()).singleElement().satisfies(metric -> {
            assertThat(metric.name()).isEqualTo("t");
            assertThat(metric.value()).isEqualTo(2.5);
        });
    }

    @Test
    void aBombADamagedBodyAnUnknownWayAndNestingAreRefused() throws IOException {
        refused(outer(pack(new byte[CompressedBody.MOST_OCTETS + 1], "GZIP"), "GZIP"), "more than");
        refused(outer(new byte[]{1, 2, 3}, "GZIP"), "cannot be decompressed");
        refused(outer(new byte[]{0x78, (byte) 0x9C, 3}, "DEFLATE"), "cannot be decompressed");
        refused(outer(INNER, "LZ4"), "DEFLATE and GZIP");
        refused(outer(pack(outer(pack(INNER, "GZIP"), "GZIP"), "GZIP"), "GZIP"), "inside a compressed payload");
    }

    @Test
    void dataSetsParametersOfTemplatesAndForeignBodiesLeaveATrace() {
        byte[] octets = Encoded.message(out -> {
            out.writeByteArray(2, Encoded.message(metric -> {
                metric.writeString(1, "set");
                metric.writeByteArray(17, new byte[0]);
            }));
            out.writeByteArray(2, Encoded.message(metric -> {
                metric.writeString(1, "motor");
                metric.writeByteArray(18, Encoded.message(template -> template.writeByteArray(3, new byte[0])));
            }));
            out.writeString(4, "mine");
            out.writeByteArray(5, new byte[]{1});
        });

        assertThat(SparkplugCodec.read(octets).unused()).extracting(Unused::kind).containsExactly("data set",
                "template parameters", "body");
    }

    private static void refused(byte[] payload, String message) {
        assertThatExceptionOfType(PayloadException.class).isThrownBy(() -> SparkplugCodec.read(payload))
                .withMessageContaining(message);
    }

    private static byte[] outer(byte[] body, String algorithm) {
        return Encoded.message(out -> {
            if (!algorithm.isEmpty()) {
                out.writeByteArray(2, Encoded.message(metric -> {
                    metric.writeString(1, "algorithm");
                    metric.writeString(15, algorithm);
                }));
            }
            out.writeString(4, CompressedBody.UUID);
            out.writeByteArray(5, body);
        });
    }

    private static byte[] pack(byte[] octets, String algorithm) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = switch (algorithm) {
            case "GZIP" -> new GZIPOutputStream(packed);
            case "raw" -> new DeflaterOutputStream(packed, new Deflater(Deflater.DEFAULT_COMPRESSION, true));
            default -> new DeflaterOutputStream(packed);
        }) {
            out.write(octets);
        }
        return packed.toByteArray();
    }
}
