package io.greenstack.descriptions.eds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.greenstack.core.processdata.DecodedFrame;
import io.greenstack.core.processdata.Direction;
import io.greenstack.core.processdata.ParameterValues;
import io.greenstack.core.processdata.ProcessDataDecoder;
import io.greenstack.core.processdata.ProcessDataEncoder;
import io.greenstack.core.processdata.ProcessDataLayout;
import io.greenstack.descriptions.eds.layout.EdsLayoutCompiler;
import io.greenstack.descriptions.eds.model.EdsFile;
import io.greenstack.descriptions.eds.reader.EdsReader;
import io.greenstack.descriptions.eds.reader.EdsReader.EdsReading;
import io.greenstack.descriptions.eds.reader.EdsWriter;

/** The sample device of the repository does what its README says. */
class SampleEdsTest {

    private static final String INPUT = "01020101eb005d0d0000484187d61200f90000000342343200000000";
    private static final String OUTPUT = "0100ca08";

    private final EdsReading reading = EdsReader.read(EdsFixtures.sample());
    private final ProcessDataLayout layout = new EdsLayoutCompiler(reading.model()).connection("sample", 1)
            .orElseThrow().layout();

    @Test
    void hasNoFindings() {
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.model().device().icon()).hasSizeGreaterThan(22).startsWith(0, 0, 1, 0);
    }

    @Test
    void isWrittenBackAsItStands() {
        assertThat(EdsWriter.write(reading.model())).isEqualTo(EdsFixtures.sample());
    }

    @Test
    void isDecodedAsTheReadmeSays() {
        DecodedFrame decoded = decode(Direction.IN, INPUT);
        Map<String, Object> values = new LinkedHashMap<>();
        decoded.values().forEach(value -> values.put(value.field().key(), value.value()));

        assertThat(values).containsExactlyInAnyOrderEntriesOf(Map.ofEntries(Map.entry("status_running", true),
                Map.entry("status_warning", false), Map.entry("status_fault", false),
                Map.entry("status_pipe_empty", false), Map.entry("status_low_flow_cut_off", true),
                Map.entry("operating_mode", 1.0), Map.entry("switch_outputs_out1", true),
                Map.entry("switch_outputs_out2", false), Map.entry("temperature", 23.5),
                Map.entry("pressure", 4.842), Map.entry("volume_flow", 12.5), Map.entry("totaliser", 1234.567),
                Map.entry("density_deviation", -0.175), Map.entry("batch_tag", "B42")));
        assertThat(decoded.value("operating_mode").label()).isEqualTo("Measuring");
        assertThat(decoded.value("temperature").unit()).isEqualTo("\u00b0C");
        assertThat(decode(Direction.OUT, OUTPUT).value("command").label()).isEqualTo("Start");
        assertThat(decode(Direction.OUT, OUTPUT).value("batch_volume").value()).isEqualTo(225.0);
    }

    @Test
    void isEncodedBack() {
        ProcessDataEncoder encoder = ProcessDataEncoder.of(layout);
        Map<String, Object> values = new LinkedHashMap<>();
        decode(Direction.IN, INPUT).values().forEach(value -> values.put(value.field().key(), value.value()));

        assertThat(hex(encoder.encode(Direction.IN, values, ParameterValues.NONE))).isEqualTo(INPUT);
        assertThat(hex(encoder.encode(Direction.OUT, Map.of("command", 1, "batch_volume", 225.0),
                ParameterValues.NONE))).isEqualTo(OUTPUT);
    }

    @Test
    void readingTakesTheSameEveryTime() {
        EdsFile again = EdsReader.read(EdsFixtures.sample()).model();

        assertThat(again).isEqualTo(reading.model());
    }

    private DecodedFrame decode(Direction direction, String octets) {
        return ProcessDataDecoder.of(layout).decode(direction, HexFormat.of().parseHex(octets), ParameterValues.NONE);
    }

    private static String hex(byte[] octets) {
        return HexFormat.of().formatHex(octets);
    }
}
