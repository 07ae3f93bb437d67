package io.greenstack.descriptions.thing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import io.greenstack.core.processdata.DecodedValue;
import io.greenstack.core.processdata.Direction;
import io.greenstack.core.processdata.LayoutJson;
import io.greenstack.core.processdata.ParameterValues;
import io.greenstack.core.processdata.ProcessDataDecoder;
import io.greenstack.descriptions.DescriptionException;
import io.greenstack.descriptions.DescriptionFormat.SortedFiles;
import io.greenstack.descriptions.DescriptionFormats;
import io.greenstack.descriptions.DescriptionPackage;
import io.greenstack.descriptions.OpenDescription;
import io.greenstack.descriptions.ParameterError;
import io.greenstack.descriptions.ReadDescription;
import io.greenstack.descriptions.StoredContent;
import io.greenstack.descriptions.archive.ArchiveEntry;
import io.greenstack.descriptions.archive.ArchiveException;
import io.greenstack.descriptions.archive.ArchiveLimits;
import io.greenstack.descriptions.eds.EdsFormat;
import io.greenstack.descriptions.iodd.IoddFormat;

class ThingFormatTest {

    private static final String THING = """
            {"@context":"https://www.w3.org/2022/wot/td/v1.1","title":"Level meter",
             "thing_vendor":{"id":70000,"name":"ACME"},"thing_model":{"id":7,"name":"LM-1"},
             "version":{"instance":"1.2"},"modified":"2026-01-31",
             "properties":{"level":{"title":"Level","type":"integer","octet":0,"octets":2,"multiple_of":0.1,"unit":"mm"},
                           "full":{"type":"boolean","octet":2},
                           "serial":{"type":"integer","readOnly":true}},
             "events":{"overflow":{"code":1,"title":"Overflow","description":"Close the valve."}}}
            """;
    private static final DescriptionFormats FORMATS = new DescriptionFormats(
            List.of(new IoddFormat(), new EdsFormat(), new ThingFormat()));

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void isReadAndDecodedLikeAnyOtherFormat() throws ArchiveException {
        DescriptionPackage found = FORMATS.open("level.td.json", octets(THING), ArchiveLimits.DEFAULT, null)
                .packages().get(0);
        ReadDescription read = FORMATS.read(found);

        assertThat(read.kind()).isEqualTo("THING");
        assertThat(read.identity().vendorId()).isEqualTo(70000);
        assertThat(read.product().name()).isEqualTo("Level meter");
        assertThat(read.parameters()).extracting(row -> row.variableId()).containsExactly("level", "full", "serial");
        assertThat(read.findingsJson()).contains("\"code\":\"no-octets\"", "\"severity\":\"info\"")
                .doesNotContain("line");

        ProcessDataDecoder decoder = ProcessDataDecoder.of(LayoutJson.read(LayoutJson.write(read.layout())));
        List<DecodedValue> values = decoder
                .decode(Direction.IN, HexFormat.of().parseHex("D20401"), ParameterValues.NONE).values();
        assertThat(values).extracting(value -> value.field().name() + " " + value.value())
                .containsExactly("Level 123.4", "full true");
        assertThat(values.get(0).unit()).isEqualTo("mm");
    }

    @Test
    void takesItsOwnOutOfAnImportAndLeavesTheRest() {
        SortedFiles sorted = FORMATS.sort(List.of(new ArchiveEntry("a/level.json", octets(THING)),
                new ArchiveEntry("a/device.eds", octets("[File]\n")), new ArchiveEntry("a/device.ico", new byte[4]),
                new ArchiveEntry("a/readme.txt", octets("hello")), new ArchiveEntry("a/page.xml", octets("<html/>"))));

        assertThat(sorted.packages()).extracting(DescriptionPackage::kind).containsExactly("THING", "EDS");
        assertThat(sorted.packages().get(1).assets()).extracting(ArchiveEntry::name).containsExactly("device.ico");
        assertThat(sorted.refused()).extracting(refused -> refused.code()).containsExactly("wrong-root");
        assertThat(sorted.others()).extracting(ArchiveEntry::name).containsExactly("readme.txt");
    }

    @Test
    void explainsAndJudgesWhenItIsOpened() {
        OpenDescription open = FORMATS.of("THING").open(new StoredContent() {

            @Override
            public String model() {
                return null;
            }

            @Override
            public byte[] mainFile() {
                return octets(THING);
            }
        });

        assertThat(open.events().find(1, null)).hasValueSatisfying(
                event -> assertThat(event.description()).isEqualTo("Close the valve."));
        assertThat(open.judge(JsonNodeFactory.instance.objectNode().put("serial", 1).put("nothing", 2).put("level", 3))
                .errors()).extracting(ParameterError::code).containsExactly("read-only", "unknown-parameter");
        assertThat(open.parameters()).isEmpty();
    }

    @Test
    void saysWhatItCannotUse() {
        DescriptionPackage nameless = DescriptionPackage.of("THING",
                new ArchiveEntry("x.td.json", octets("{\"title\":\"x\"}")));

        assertThatThrownBy(() -> FORMATS.read(nameless)).isInstanceOf(DescriptionException.class)
                .hasMessageContaining("thing_vendor");
    }
}
