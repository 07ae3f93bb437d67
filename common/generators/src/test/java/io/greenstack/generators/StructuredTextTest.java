package io.greenstack.generators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.greenstack.core.processdata.DecodeException;
import io.greenstack.core.processdata.DecodedFrame;
import io.greenstack.core.processdata.DecodedValue;
import io.greenstack.core.processdata.Direction;
import io.greenstack.core.processdata.Field;
import io.greenstack.core.processdata.Frame;
import io.greenstack.core.processdata.ProcessDataDecoder;
import io.greenstack.core.processdata.ProcessDataLayout;
import io.greenstack.core.processdata.Scaling;
import io.greenstack.generators.registry.Generators;

/** The code for a PLC is run and held against the decoder of the suite. */
class StructuredTextTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double NEAR = 1e-9;

    private record Run(Samples.Case given, DecodedFrame expected) {}

    @Test
    void decodesAndEncodesAsTheSuiteDoes() throws Exception {
        List<Run> runs = new ArrayList<>();
        ArrayNode input = JSON.createArrayNode();
        for (Samples.Case each : Samples.cases()) {
            DecodedFrame expected = decoded(each);
            if (expected != null && unconditional(expected.frame())) {
                runs.add(new Run(each, expected));
                ObjectNode node = input.addObject();
                node.put("code", code(each, expected.frame()));
                ArrayNode octets = node.putArray("octets");
                for (byte octet : each.octets()) {
                    octets.add(octet & 0xFF);
                }
            }
        }
        JsonNode results = JSON.readTree(Tool.run(input.toString(), "node", "-e", Tool.resource("run-st.js")));

        assertThat(runs).hasSizeGreaterThan(500);
        for (int i = 0; i < runs.size(); i++) {
            check(runs.get(i), results.get(i));
        }
    }

    /** By ironplcc, a compiler that knows the second edition of the standard and no extension of it. */
    @Test
    void aCompilerTakesTheCode() throws Exception {
        Set<String> codes = new LinkedHashSet<>();
        for (Samples.Case each : Samples.cases()) {
            DecodedFrame expected = decoded(each);
            if (expected != null) {
                codes.add(code(each, expected.frame()));
            }
        }

        assertThat(codes).isNotEmpty();
        Path file = Files.createTempFile("generated", ".st");
        try {
            for (String code : codes) {
                Files.writeString(file, code);
                Tool.run("", "ironplcc", "check", file.toString());
            }
        } finally {
            Files.delete(file);
        }
    }

    /** Code of this one frame, as of what a device receives, so that it is encoded too. */
    private static String code(Samples.Case each, Frame frame) {
        ProcessDataLayout layout = new ProcessDataLayout("l", each.layout().kind(), "P", List.of(), List.of(),
                List.of(frame));
        Blueprint blueprint = new Blueprint(new Blueprint.Origin(1, "IODD", 1, 2, "V", "P", "f.xml"), null, layout,
                List.of(), List.of(), Set.of(), new Site("http://localhost:8080", "localhost", 1883, "devices"));
        return Generators.find("plc-structured-text").orElseThrow().generate(blueprint).content();
    }

    private static DecodedFrame decoded(Samples.Case each) {
        try {
            return ProcessDataDecoder.of(each.layout()).decode(each.out() ? Direction.OUT : Direction.IN,
                    each.octets(), each.values());
        } catch (DecodeException e) {
            return null;
        }
    }

    private static boolean unconditional(Frame frame) {
        return frame.fields().stream().flatMap(field -> field.scalings().stream()).map(Scaling::when)
                .allMatch(List::isEmpty);
    }

    private static void check(Run run, JsonNode result) {
        String what = run.given().name() + " " + HexFormat.of().formatHex(run.given().octets());
        Names members = new Names(52, Set.of("data", "value", "w", "l", "i", "step", "time"));
        for (DecodedValue value : run.expected().values()) {
            Field field = value.field();
            JsonNode got = result.get("value").get(members.identifier(field.key()));
            if (got != null && value.hasNumber() && field.type().numeric()) {
                double number = got.isBoolean() ? (got.booleanValue() ? 1 : 0) : Double.parseDouble(got.asText());
                assertThat(number).as(what + " " + field.key()).isCloseTo(value.number(),
                        within(Math.abs(value.number()) * NEAR + Double.MIN_NORMAL));
            }
        }
    }
}
