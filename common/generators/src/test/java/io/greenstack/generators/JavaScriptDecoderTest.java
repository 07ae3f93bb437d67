package io.greenstack.generators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.greenstack.core.processdata.DecodeException;
import io.greenstack.core.processdata.DecodedJson;
import io.greenstack.core.processdata.DecodedValue;
import io.greenstack.core.processdata.Direction;
import io.greenstack.core.processdata.ProcessDataDecoder;

/** What flows decode with is held against the decoder of the suite, value by value. */
class JavaScriptDecoderTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RUN = """

            const cases = JSON.parse(require("fs").readFileSync(0, "utf8"));
            console.log(JSON.stringify(cases.map((c) => {
                try { return decodeProcessData(c.layout, c.direction, c.octets, c.parameters).values; }
                catch (error) { return error.message.split(":")[0]; }
            })));
            """;

    @Test
    void decodesAsTheSuiteDoes() throws Exception {
        List<Samples.Case> cases = Samples.cases();
        ArrayNode input = JSON.createArrayNode();
        for (Samples.Case each : cases) {
            ObjectNode node = input.addObject();
            node.set("layout", Json.layout(each.layout()));
            node.put("direction", each.out() ? "out" : "in");
            ArrayNode octets = node.putArray("octets");
            for (byte octet : each.octets()) {
                octets.add(octet & 0xFF);
            }
            node.set("parameters", JSON.valueToTree(each.parameters()));
        }
        String printed = Tool.run(input.toString(), "node", "-e", Tool.resource("decode.js") + RUN);
        JsonNode results = JSON.readTree(printed);

        assertThat(results).hasSameSizeAs(cases);
        for (int i = 0; i < cases.size(); i++) {
            assertThat(doubles(results.get(i))).as(cases.get(i).name() + " " + java.util.HexFormat.of()
                    .formatHex(cases.get(i).octets())).isEqualTo(doubles(expected(cases.get(i))));
        }
    }

    /** The same with every number as a double: 1 and 1.0 are the same value, and so are texts of different length. */
    private static JsonNode doubles(JsonNode tree) {
        for (JsonNode value : tree) {
            if (value.has("exact")) {
                assertThat(Double.parseDouble(value.get("exact").textValue()))
                        .isEqualTo(value.get("value").doubleValue());
                ((ObjectNode) value).remove("exact");
            }
            if (value.path("value").isNumber()) {
                ((ObjectNode) value).put("value", value.get("value").doubleValue());
            }
        }
        return tree;
    }

    private static JsonNode expected(Samples.Case each) throws Exception {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartArray();
            for (DecodedValue value : ProcessDataDecoder.of(each.layout())
                    .decode(each.out() ? Direction.OUT : Direction.IN, each.octets(), each.values()).values()) {
                json.writeStartObject();
                json.writeStringField("key", value.field().key());
                DecodedJson.writeMembers(value, json);
                json.writeEndObject();
            }
            json.writeEndArray();
        } catch (DecodeException e) {
            return JSON.getNodeFactory().textNode(e.reason());
        }
        return JSON.readTree(text.toString());
    }
}
