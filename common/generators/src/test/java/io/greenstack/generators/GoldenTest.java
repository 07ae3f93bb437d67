package io.greenstack.generators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.greenstack.generators.registry.Generators;

/**
 * Everything that is made of the sample devices, octet by octet. After a wanted change: {@code GOLDEN_RENEW=1}, and look at
 * the difference.
 */
class GoldenTest {

    private static final Path FOLDER = Path.of("src/test/resources/golden");

    static Stream<Arguments> files() {
        return Stream.of(Samples.pressure(), Samples.level(), Samples.flow())
                .flatMap(blueprint -> Generators.all().stream().map(each -> Arguments.of(each.id(), blueprint)));
    }

    @ParameterizedTest(name = "{0} of {1}")
    @MethodSource("files")
    void isAsItWas(String id, Blueprint blueprint) throws IOException {
        GeneratedFile file = Generators.find(id).orElseThrow().generate(blueprint);
        Path golden = FOLDER.resolve(file.name());
        if (System.getenv("GOLDEN_RENEW") != null) {
            Files.write(golden, file.octets());
        }

        assertThat(file.name()).matches("[a-z0-9._-]+");
        assertThat(file.content()).isEqualTo(Files.readString(golden));
    }
}
