package io.greenstack.generators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.greenstack.generators.registry.Generators;

/**
 * Compilers say what they think of generated files: TypeScript of the client and, with the types that Grafana publishes, of
 * dashboards; Python, the shell and Prometheus of theirs. {@code npm ci} in {@code src/test/types} gets the first; without it those tests are
 * skipped.
 */
class TypesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FOLDER = Path.of("src/test/types").toAbsolutePath();

    @TempDir
    Path work;

    static Stream<Blueprint> blueprints() {
        return Stream.of(Samples.pressure(), Samples.level(), Samples.flow());
    }

    @ParameterizedTest
    @MethodSource("blueprints")
    void dashboardsFollowTheSchemaOfGrafana(Blueprint blueprint) throws Exception {
        compile("dashboard.ts", dashboard((ObjectNode) JSON.readTree(generated("grafana-dashboard", blueprint))));
    }

    @Test
    void theSchemaTellsWhatIsWrong() throws Exception {
        schema();
        ObjectNode dashboard = (ObjectNode) JSON.readTree(generated("grafana-dashboard", Samples.level()));
        ((ObjectNode) dashboard.at("/panels/1/fieldConfig/defaults/thresholds")).put("mode", "relative");
        ((ObjectNode) dashboard.at("/panels/1/options")).put("legend", true);

        Throwable refused = catchThrowable(() -> compile("dashboard.ts", dashboard(dashboard)));

        assertThat(refused).hasMessageContaining("Type '\"relative\"'").hasMessageContaining("Type 'boolean'");
    }

    @ParameterizedTest
    @MethodSource("blueprints")
    void clientsInTypeScriptCompile(Blueprint blueprint) throws Exception {
        compile("client.ts", generated("typescript", blueprint));
    }

    @ParameterizedTest
    @MethodSource("blueprints")
    void clientsInPythonCompile(Blueprint blueprint) throws Exception {
        Tool.run(generated("python", blueprint), "python3", "-c",
                "import sys; compile(sys.stdin.buffer.read(), 'client.py', 'exec')");
    }

    @ParameterizedTest
    @MethodSource("blueprints")
    void clientsForTheShellAreWellFormed(Blueprint blueprint) throws Exception {
        Tool.run(generated("curl", blueprint), "sh", "-n");
    }

    @ParameterizedTest
    @MethodSource("blueprints")
    void rulesForPrometheusAreSound(Blueprint blueprint) throws Exception {
        Path rules = work.resolve("rules.yml");
        Files.writeString(rules, generated("prometheus-rules", blueprint));
        assertThat(Tool.run("", "promtool", "check", "rules", rules.toString())).contains("SUCCESS");
    }

    private static String generated(String generator, Blueprint blueprint) {
        return Generators.find(generator).orElseThrow().generate(blueprint).content();
    }

    /** A program that only says of which type the dashboard and each of its panels is. */
    private static String dashboard(ObjectNode dashboard) throws IOException {
        StringBuilder program = new StringBuilder("import type { Dashboard, Panels } from \"./grafana\";\n");
        int number = 0;
        for (JsonNode panel : dashboard.get("panels")) {
            program.append("export const panel").append(++number).append(": Panels[").append(panel.get("type"))
                    .append("] = ").append(panel).append(";\n");
        }
        ArrayNode types = JSON.createArrayNode();
        dashboard.get("panels").forEach(panel -> types.addObject().set("type", panel.get("type")));
        ObjectNode around = dashboard.deepCopy();
        around.set("panels", types);
        return program.append("export const dashboard: Dashboard = ").append(around).append(";\n").toString();
    }

    private static Path schema() {
        Path schema = FOLDER.resolve("node_modules/@grafana/schema/dist/types");
        assumeTrue(Files.isDirectory(schema), "TypeScript and Grafana's schema are not installed in " + FOLDER);
        return schema;
    }

    private void compile(String name, String program) throws Exception {
        Path schema = schema();
        Files.writeString(work.resolve(name), program);
        Files.copy(FOLDER.resolve("grafana.ts"), work.resolve("grafana.ts"));
        ObjectNode settings = JSON.createObjectNode();
        ObjectNode options = settings.putObject("compilerOptions").put("strict", true).put("noEmit", true)
                .put("skipLibCheck", true).put("target", "es2022").put("module", "es2022")
                .put("moduleResolution", "bundler");
        options.set("lib", JSON.valueToTree(List.of("es2022", "dom", "dom.iterable", "dom.asynciterable")));
        options.putArray("types");
        Map<String, String> places = Map.of("@grafana/schema", "index.d.ts", //
                "@grafana/schema/*", "raw/composable/*/panelcfg/x/types.gen.d.ts");
        ObjectNode paths = options.putObject("paths");
        places.forEach((module, file) -> paths.putArray(module).add(schema.resolve(file).toString()));
        settings.putArray("files").add(name);
        Files.writeString(work.resolve("tsconfig.json"), settings.toString());
        Tool.run("", "node", FOLDER.resolve("node_modules/typescript/bin/tsc").toString(), "--project",
                work.toString());
    }
}
