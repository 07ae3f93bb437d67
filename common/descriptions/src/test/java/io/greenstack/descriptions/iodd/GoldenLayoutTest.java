package io.greenstack.descriptions.iodd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.greenstack.core.processdata.Condition;
import io.greenstack.core.processdata.Direction;
import io.greenstack.core.processdata.Field;
import io.greenstack.core.processdata.Frame;
import io.greenstack.core.processdata.ProcessDataLayout;
import io.greenstack.core.processdata.Scaling;
import io.greenstack.descriptions.iodd.layout.IoddLayoutCompiler;
import io.greenstack.localstack.testing.Corpus;

/**
 * Compiled layouts, {@code iodd/golden-layouts.tsv}. Places and types were compared with the record items of the files by a
 * program that shares nothing with this one; scales, units and conditions were checked by eye.
 */
class GoldenLayoutTest {

    /** The lines of a file. */
    record Golden(String file, List<String> lines) {

        @Override
        public String toString() {
            return file;
        }
    }

    static Stream<Golden> table() throws IOException {
        Map<String, List<String>> byFile = new LinkedHashMap<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                GoldenLayoutTest.class.getResourceAsStream("/iodd/golden-layouts.tsv"), StandardCharsets.UTF_8))) {
            reader.lines().filter(line -> !line.startsWith("#")).forEach(line -> byFile
                    .computeIfAbsent(line.substring(0, line.indexOf('\t')), file -> new ArrayList<>()).add(line));
        }
        return byFile.entrySet().stream().map(entry -> new Golden(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest
    @MethodSource("table")
    void compiles(Golden golden) {
        assertThat(render(golden.file(),
                IoddLayoutCompiler.compile(IoddXml.read(file(golden.file())).model(), null).layout()))
                .isEqualTo(golden.lines());
    }

    private static byte[] file(String name) {
        if (name.startsWith("sample:")) {
            return Corpus.sample(name.substring("sample:".length()));
        }
        List<Path> files = Corpus.optional("iodd").stream()
                .filter(path -> path.getFileName().toString().contains(name)).toList();
        Assumptions.assumeFalse(files.isEmpty(),
                "skipped: ../shared/corpus/iodd is not here; it holds files of vendors");
        return Corpus.bytes(files.get(0));
    }

    /** A line for each field: file, direction, frame, its bits, its conditions, key, subindex, place, type, scalings. */
    static List<String> render(String file, ProcessDataLayout layout) {
        List<String> lines = new ArrayList<>();
        for (Direction direction : Direction.values()) {
            for (Frame frame : layout.frames(direction)) {
                for (Field field : frame.fields()) {
                    lines.add(String.join("\t", file, direction.token(), frame.id(), frame.bitLength() + "",
                            conditions(frame.when()), field.key(), field.subindex() + "",
                            field.bitOffset() + "+" + field.bitLength(), field.type().name(),
                            field.scalings().stream().map(GoldenLayoutTest::scaling)
                                    .collect(Collectors.joining("; "))));
                }
            }
        }
        return lines;
    }

    private static String scaling(Scaling scaling) {
        return (scaling.when().isEmpty() ? "" : conditions(scaling.when()) + ": ") + "x"
                + scaling.gradient().toPlainString() + " +" + scaling.offset().toPlainString()
                + (scaling.unit() == null ? "" : " " + scaling.unit()) + " " + scaling.source();
    }

    private static String conditions(List<Condition> when) {
        return when.stream().map(c -> c.variableId() + "/" + c.subindex() + "=" + c.value())
                .collect(Collectors.joining(","));
    }
}
