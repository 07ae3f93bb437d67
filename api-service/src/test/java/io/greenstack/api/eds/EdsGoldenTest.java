package io.greenstack.api.eds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.Locale;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.greenstack.api.eds.layout.EdsLayoutCompiler;
import io.greenstack.api.eds.model.EdsFile;
import io.greenstack.api.eds.reader.EdsReader;
import io.greenstack.common.processdata.DecodedFrame;
import io.greenstack.common.processdata.DecodedValue;
import io.greenstack.common.processdata.Direction;
import io.greenstack.common.processdata.ParameterValues;
import io.greenstack.common.processdata.ProcessDataDecoder;
import io.greenstack.common.processdata.ProcessDataLayout;

/**
 * Layouts, recipes and values of real devices, checked by hand against their files. The golden files hold figures and
 * field keys only; the device files are read where they are.
 */
class EdsGoldenTest {

    private final ObjectMapper mapper = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {"automationdirect-gs4", "agsweeney-kc868-a16", "agsweeney-enip-scale",
            "schneider-stbnic2212",
            "murr-55542", "murr-55143", "murr-54631", "hilscher-netx90", "rockwell-5069-l306er", "mettler-toledo-m800",
            "mettler-toledo-ind131", "opener-sample"})
    void matchesTheGoldenFile(String name) throws IOException {
        JsonNode golden = golden(name);
        EdsFile file = EdsReader.read(device(golden)).model();
        int connection = golden.get("connection").intValue();

        ObjectNode actual = new GoldenRenderer(file).render(connection);

        JsonNode read = mapper.readTree(mapper.writeValueAsString(actual));
        JsonNode expected = golden.get("expected");
        assertThat(mapper.writerWithDefaultPrettyPrinter().writeValueAsString(read))
                .isEqualTo(mapper.writerWithDefaultPrettyPrinter().writeValueAsString(expected));
        ProcessDataLayout layout = new EdsLayoutCompiler(file).connection(name, connection).orElseThrow().layout();
        for (JsonNode example : golden.get("decode")) {
            decode(layout, example);
        }
    }

    private static void decode(ProcessDataLayout layout, JsonNode example) {
        Direction direction = Direction.valueOf(example.get("direction").textValue().toUpperCase(Locale.ROOT));
        byte[] octets = HexFormat.of().parseHex(example.get("octets").textValue().replace(" ", ""));
        DecodedFrame decoded = ProcessDataDecoder.of(layout).decode(direction, octets, ParameterValues.NONE);
        example.get("values").fields().forEachRemaining(expected -> {
            DecodedValue value = decoded.value(expected.getKey());
            assertThat(value).as(expected.getKey()).isNotNull();
            Object wanted = expected.getValue().isBoolean()
                    ? expected.getValue().booleanValue()
                    : expected.getValue().isNumber()
                            ? expected.getValue().doubleValue()
                            : expected.getValue().textValue();
            assertThat(value.value()).as(expected.getKey()).isEqualTo(wanted);
        });
    }

    private byte[] device(JsonNode golden) {
        String name = golden.get("file").textValue();
        return name.contains("!") ? EdsFixtures.corpus().get(name) : EdsFixtures.corpus(name);
    }

    private JsonNode golden(String name) throws IOException {
        try (InputStream in = EdsGoldenTest.class.getResourceAsStream("/eds/golden/" + name + ".json")) {
            return mapper.readTree(in);
        }
    }
}
