package io.greenstack.descriptions.iodd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.greenstack.core.processdata.DecodedFrame;
import io.greenstack.core.processdata.DecodedValue;
import io.greenstack.core.processdata.Direction;
import io.greenstack.core.processdata.ParameterValues;
import io.greenstack.core.processdata.ProcessDataDecoder;
import io.greenstack.descriptions.iodd.layout.IoddLayoutCompiler;
import io.greenstack.localstack.testing.Corpus;

/** Octets decoded by hand, {@code iodd/golden.tsv}: description to layout to values. */
class GoldenDecodeTest {

    /**
     * A row of the table.
     *
     * @param file part of the file name, {@code sample:} for samples of the repository
     * @param direction in or out
     * @param parameters reported parameter values
     * @param octets process data, hexadecimal
     * @param values expected values by key
     */
    record Golden(String file, Direction direction, Map<String, Long> parameters, String octets,
            Map<String, String> values) {

        static Golden of(String row) {
            String[] columns = row.split("\t", -1);
            Map<String, Long> parameters = new LinkedHashMap<>();
            pairs(columns[2]).forEach((key, value) -> parameters.put(key, Long.valueOf(value)));
            return new Golden(columns[0], "in".equals(columns[1]) ? Direction.IN : Direction.OUT, parameters,
                    columns[3],
                    pairs(columns[4]));
        }

        private static Map<String, String> pairs(String text) {
            Map<String, String> pairs = new LinkedHashMap<>();
            for (String pair : text.isEmpty() ? new String[0] : text.split(";")) {
                pairs.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
            }
            return pairs;
        }
    }

    static Stream<Golden> table() throws IOException {
        List<Golden> table = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                GoldenDecodeTest.class.getResourceAsStream("/iodd/golden.tsv"), StandardCharsets.UTF_8))) {
            reader.lines().filter(line -> !line.startsWith("#")).map(Golden::of).forEach(table::add);
        }
        return table.stream();
    }

    @ParameterizedTest
    @MethodSource("table")
    void decodes(Golden golden) {
        DecodedFrame frame = ProcessDataDecoder
                .of(IoddLayoutCompiler.compile(IoddXml.read(file(golden)).model(), null).layout())
                .decode(golden.direction(), HexFormat.of().parseHex(golden.octets()),
                        ParameterValues.of(golden.parameters()));

        Map<String, String> actual = new LinkedHashMap<>();
        golden.values().keySet().forEach(key -> actual.put(key, text(frame.value(key))));
        assertThat(actual).isEqualTo(golden.values());
    }

    private static byte[] file(Golden golden) {
        if (golden.file().startsWith("sample:")) {
            return Corpus.sample(golden.file().substring("sample:".length()));
        }
        List<Path> files = Corpus.optional("iodd").stream()
                .filter(path -> path.getFileName().toString().contains(golden.file())).toList();
        Assumptions.assumeFalse(files.isEmpty(),
                "skipped: ../shared/corpus/iodd is not here; it holds files of vendors");
        return Corpus.bytes(files.get(0));
    }

    private static String text(DecodedValue value) {
        if (value == null) {
            return "no such field";
        }
        if (!value.hasValue()) {
            return "!" + value.status();
        }
        return value.value() + (value.unit() == null ? "" : " " + value.unit());
    }
}
