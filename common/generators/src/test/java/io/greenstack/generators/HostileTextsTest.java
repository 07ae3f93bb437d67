package io.greenstack.generators;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.greenstack.core.processdata.ByteOrder;
import io.greenstack.core.processdata.Field;
import io.greenstack.core.processdata.Frame;
import io.greenstack.core.processdata.Label;
import io.greenstack.core.processdata.ProcessDataLayout;
import io.greenstack.core.processdata.ScalarType;
import io.greenstack.core.processdata.Scaling;
import io.greenstack.core.processdata.ScalingSource;
import io.greenstack.core.processdata.SpecialValue;
import io.greenstack.core.processdata.ValueRange;
import io.greenstack.descriptions.EventBook.EventText;
import io.greenstack.descriptions.ParameterLine;
import io.greenstack.generators.registry.Generators;

/** Texts of a device file that try to get out of where they stand. */
class HostileTextsTest {

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final String TEXT = "\"'`;*)\n*/ {{x}} ${HOME} $(id) \\ </script> \u2028 %s *) END_TYPE -- #{y}";

    @TempDir
    Path folder;

    private static GeneratedFile generate(String id) {
        Field field = new Field("x", TEXT, 1, -1, 0, 16, ScalarType.INTEGER, null,
                List.of(new Scaling(List.of(), BigDecimal.TEN, null, null, TEXT, null, ScalingSource.NONE)),
                List.of(Label.of(1, TEXT)), List.of(SpecialValue.of(BigDecimal.valueOf(32_767), TEXT)),
                List.of(ValueRange.of(-5, 5, TEXT)), true);
        Frame frame = new Frame(TEXT, TEXT, 16, ByteOrder.BIG_ENDIAN, List.of(), List.of(field));
        ProcessDataLayout layout = new ProcessDataLayout("l", "IODD", TEXT, List.of(), List.of(frame), List.of(frame));
        Blueprint blueprint = new Blueprint(new Blueprint.Origin(1, "IODD", 1, 2, TEXT, TEXT, TEXT), null, layout,
                List.of(new ParameterLine(TEXT, 70, TEXT, TEXT, "rw", TEXT, TEXT, TEXT, TEXT, TEXT)),
                List.of(new EventText(1, "Error", TEXT, TEXT, false)), Set.of(),
                new Site("https://greenstack.example", "broker.example", 1883, "devices"));
        return Generators.find(id).orElseThrow().generate(blueprint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"node-red-monitoring", "node-red-control", "node-red-custom", "grafana-dashboard",
            "grafana-alerts", "asyncapi"})
    void jsonStaysJson(String id) throws Exception {
        JsonNode document = JSON.readTree(generate(id).content());

        assertThat(document).isNotEmpty();
    }

    @Test
    void functionsOfFlowsStayPrograms() throws Exception {
        StringBuilder program = new StringBuilder();
        for (JsonNode node : JSON.readTree(generate("node-red-custom").content())) {
            if (node.get("type").asText().equals("function")) {
                program.append("(function (msg, node, env, flow) {\n").append(node.get("func").textValue())
                        .append("\n});\n");
            }
        }
        assertThat(program).contains("decodeProcessData", "write_parameter");
        Tool.run("", "node", "--check", file("flow.js", program.toString()));
    }

    @Test
    void vendorsHaveNoPlacesInTemplatesOfAlerts() throws Exception {
        for (JsonNode rule : JSON.readTree(generate("grafana-alerts").content()).at("/groups/0/rules")) {
            assertThat(rule.at("/annotations/summary").textValue()).isNotBlank().doesNotContain("{{x}}");
        }
        assertThat(generate("prometheus-rules").content().lines().filter(line -> line.contains("summary:")))
                .isNotEmpty().noneMatch(line -> line.contains("{{x}}"));
    }

    @Test
    void programsStayPrograms() throws Exception {
        Tool.run("", "python3", "-c", "import ast, sys; ast.parse(open(sys.argv[1], encoding='utf-8').read())",
                file("client.py", generate("python").content()));
        Tool.run("", "sh", "-n", file("client.sh", generate("curl").content()));
    }

    @Test
    void commentsOfStructuredTextEndWhereTheyShould() {
        String code = generate("plc-structured-text").content();
        String rest = code.replaceAll("(?s)\\(\\*.*?\\*\\)", "");

        assertThat(rest).contains("END_TYPE", "FUNCTION_BLOCK").matches("[A-Za-z0-9_ :=;()\\[\\].#<>*+,/\\n-]*");
    }

    private String file(String name, String content) throws Exception {
        return Files.writeString(folder.resolve(name), content).toString();
    }
}
