package io.greenstack.ingestion.influx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

class LineFieldsTest {

    private static List<String> split(String line) {
        return LineFields.split(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8))).stream()
                .map(octets -> new String(octets, StandardCharsets.UTF_8)).toList();
    }

    @Test
    void aLineHasAsManyPartsAsFields() {
        assertThat(split("m,t=a\\ b x\\,\\ y=1,label:z=\"a, \\\"b\\\" c\",°=3 17\n")).containsExactly(
                "m,t=a\\ b x\\,\\ y=1 17\n", "m,t=a\\ b label:z=\"a, \\\"b\\\" c\" 17\n", "m,t=a\\ b °=3 17\n");
        assertThat(split("m value=1 17\n")).containsExactly("m value=1 17\n");
    }
}
