package io.greenstack.descriptions.eds;

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

import io.greenstack.core.processdata.DecodedFrame;
import io.greenstack.core.processdata.DecodedValue;
import io.greenstack.core.processdata.Direction;
import io.greenstack.core.processdata.ParameterValues;
import io.greenstack.core.processdata.ProcessDataDecoder;
import io.greenstack.core.processdata.ProcessDataLayout;
import io.greenstack.descriptions.eds.layout.EdsLayoutCompiler;
import io.greenstack.descriptions.eds.model.EdsFile;
import io.greenstack.descriptions.eds.reader.EdsReader;

/**
 * Layouts, recipes and values of real devices, checked by hand against their files. The golden files hold figures and
 * field keys only; the device files are read where they are.
 *
 * <p>
 * Three of them worked out from the text of the device file, entry by entry:
 * <ul>
 * <li>automationdirect-gs4: the members of Assem101 are 16, 2, 1, 2, 3, 1, 1, 1, 1, 1, 3 bits and fourteen words, 32
 * octets. Octet 2 of the example is 0x1B: bits 0 and 1 are 3, bit 2 is 0, bits 3 and 4 are 3. Octet 3 is 0x11: bit 24
 * (frequency from communication) and bit 28 (running) are set. Octets 24 and 25 are AA 05, 1450. No parameter has
 * scaling factors. The path ends in 2C 64 2C 65: instance 100 is written, 101 is read.
 * <li>mettler-toledo-ind131: 0x44240405 has the 32-bit header from originator to target (bits 8 to 10 are 4), none back
 * (bits 12 to 14 are 0), point to point there and multicast back. Both sizes are 0 to 504, 16 by default: 2 + 4 + 16 =
 * 22 and 2 + 16 = 18 octets, so the words are 0x4816 and 0x2812. Vendor 666, type 12, product 9, revision 2.2 give the
 * key 9A 02 0C 00 09 00 02 02.
 * <li>agsweeney-enip-scale: the members of Assem100 are 5 of 4 and 12 of 1, 32 like the size in octets: the sizes are
 * octets. Member 6 is octet 20 (0x2A, 42) and member 17 the last one. Assem150 has 33 members of 1 and the size 32,
 * hence the two frames.
 * </ul>
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
