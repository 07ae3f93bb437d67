package io.greenstack.descriptions.eds.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.greenstack.core.processdata.ProcessDataLayout;
import io.greenstack.descriptions.eds.EdsFixtures;
import io.greenstack.descriptions.eds.layout.EdsLayoutCompiler;
import io.greenstack.descriptions.eds.model.EdsFile;
import io.greenstack.descriptions.eds.reader.EdsReader;

class SnippetTest {

    private final EdsFile file = EdsReader.read(EdsFixtures.sample()).model();
    private final ConnectionRecipe recipe = new RecipeCompiler(file).recipe(1).orElseThrow();
    private final ProcessDataLayout layout = new EdsLayoutCompiler(file).connection("sample", 1).orElseThrow().layout();

    @Test
    void pythonReadsAndWritesTheInstancesOfTheConnection() {
        String program = Pycomm3Snippet.of(recipe, layout, "192.0.2.7");

        assertThat(program).contains("HOST = \"192.0.2.7\"", "instance=100, attribute=DATA", "outputs = bytes(4)",
                "instance=101, attribute=DATA", "[\"temperature\", 32, 16, \"int\", 0.1, 0, \"\\u00b0C\"],",
                "[\"batch_volume\", 16, 16, \"uint\", 0.1, 0, \"l\"],");
        assertThat(program.lines()).allSatisfy(line -> assertThat(line).doesNotContain("\t").doesNotEndWith(" "));
    }

    @Test
    void pythonOfAnInputOnlyConnectionDoesNotWrite() {
        ConnectionRecipe inputOnly = new RecipeCompiler(file).recipe(2).orElseThrow();
        ProcessDataLayout inputs = new EdsLayoutCompiler(file).connection("sample", 2).orElseThrow().layout();

        assertThat(Pycomm3Snippet.of(inputOnly, inputs, "h")).doesNotContain("outputs = ", "FIELDS_OUT");
    }

    @Test
    void textsOfTheFileCannotBreakOutOfTheirPlace() {
        String evil = "x\\\"];import os #\u2028\\n";
        EdsFile hostile = EdsFixtures.model("""
                [Params]
                Param1 = 0, , , 0, 0xC7, 2, "a%s", "u%s", "", , , 0, 1, 10, 1, 0, , , , , ;
                [Assembly]
                Assem1 = "%s", , 2, 0, , , 16, Param1;
                [Connection Manager]
                Connection1 = 0x02010002, 0x44640305, , 0, , , , Assem1, , , , , "%s", "", "20 04 24 01 2C C0 2C 64";
                """.replace("%s", evil));
        ConnectionRecipe hostileRecipe = new RecipeCompiler(hostile).recipe(1).orElseThrow();
        String program = Pycomm3Snippet.of(hostileRecipe,
                new EdsLayoutCompiler(hostile).connection("x", 1).orElseThrow().layout(), "h\"\n");

        assertThat(program.lines().filter(line -> line.contains("import os"))).allMatch(
                line -> line.startsWith("#") || line.contains("\\\"];import os"));
        assertThat(program).contains("HOST = \"h\\\"\\u000a\"");
    }

    @Test
    void theFlowConnectsScannerConnectionInputFunctionAndOutputs() throws IOException {
        Map<String, JsonNode> nodes = new HashMap<>();
        for (JsonNode node : new ObjectMapper().readTree(NodeRedSnippet.of(recipe, layout, "192.0.2.7"))) {
            nodes.put(node.get("type").textValue(), node);
        }

        JsonNode connection = nodes.get("eip-io connection");
        assertThat(connection.get("scanner")).isEqualTo(nodes.get("eip-io scanner").get("id"));
        assertThat(connection.get("rpi").intValue()).as("milliseconds").isEqualTo(20);
        assertThat(connection.get("assconfig").intValue()).isEqualTo(110);
        assertThat(connection.get("sizeconfig").intValue()).isEqualTo(8);
        assertThat(connection.get("configdata").get(0).get("value").textValue()).isEqualTo("[0,0,15,0,0,0,0,63]");
        assertThat(connection.get("assinput").intValue()).isEqualTo(100);
        assertThat(connection.get("sizeinput").intValue()).isEqualTo(28);
        assertThat(connection.get("assoutput").intValue()).isEqualTo(101);
        assertThat(connection.get("sizeoutput").intValue()).isEqualTo(4);
        JsonNode input = nodes.get("eip-io in");
        assertThat(input.get("conn")).isEqualTo(connection.get("id"));
        assertThat(input.get("bitSize").intValue()).isEqualTo(224);
        assertThat(input.at("/wires/0/0")).isEqualTo(nodes.get("function").get("id"));
        assertThat(nodes.get("function").at("/wires/0/0")).isEqualTo(nodes.get("debug").get("id"));
        assertThat(nodes.get("function").get("func").textValue())
                .contains("[\"pressure\", 48, 16, \"uint\", 0.002, -2, \"bar\"]");
        assertThat(nodes.get("eip-io out").get("dataType").textValue()).isEqualTo("UInt16");
        assertThat(nodes.get("eip-io out").get("byteOffset").intValue()).isEqualTo(2);
    }

    @Test
    void theSameConnectionGivesTheSameFlow() {
        assertThat(NodeRedSnippet.of(recipe, layout, "h")).isEqualTo(NodeRedSnippet.of(recipe, layout, "h"));
    }
}
