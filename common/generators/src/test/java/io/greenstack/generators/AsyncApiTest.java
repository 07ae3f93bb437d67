package io.greenstack.generators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.greenstack.generators.registry.Generators;

/**
 * Generated documents of topics follow the schema that AsyncAPI publishes. {@code npm ci} in {@code src/test/types} gets it;
 * without it these tests are skipped.
 */
class AsyncApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FOLDER = Path.of("src/test/types").toAbsolutePath();

    static Stream<Blueprint> blueprints() {
        return Stream.of(Samples.pressure(), Samples.level(), Samples.flow());
    }

    private static String generated(Blueprint blueprint) {
        return Generators.find("asyncapi").orElseThrow().generate(blueprint).content();
    }

    private static void validate(String document) throws Exception {
        assumeTrue(Files.isDirectory(FOLDER.resolve("node_modules/@asyncapi/specs")),
                "AsyncAPI's schema is not installed in " + FOLDER);
        Tool.run(document, "node", FOLDER.resolve("asyncapi.mjs").toString());
    }

    @ParameterizedTest
    @MethodSource("blueprints")
    void documentsFollowTheSchema(Blueprint blueprint) throws Exception {
        validate(generated(blueprint));
    }

    @Test
    void theSchemaTellsWhatIsWrong() throws Exception {
        validate(generated(Samples.level()));
        ObjectNode document = (ObjectNode) JSON.readTree(generated(Samples.level()));
        ((ObjectNode) document.path("operations").elements().next()).put("action", "listen");
        ((ObjectNode) document.path("operations").elements().next()).putObject("channel").put("$ref",
                "#/channels/nowhere");

        Throwable refused = catchThrowable(() -> validate(document.toString()));

        assertThat(refused).hasMessageContaining("/action").hasMessageContaining("#/channels/nowhere");
    }
}
