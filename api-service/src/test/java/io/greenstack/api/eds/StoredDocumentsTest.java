package io.greenstack.api.eds;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.greenstack.api.Samples;
import io.greenstack.api.description.StoredDocuments;
import io.greenstack.descriptions.DescriptionFormat;
import io.greenstack.descriptions.DescriptionPackage;
import io.greenstack.descriptions.ReadDescription;
import io.greenstack.descriptions.archive.ArchiveEntry;
import io.greenstack.descriptions.eds.EdsFormat;
import io.greenstack.descriptions.iodd.IoddFormat;

/** The formats write the members that statements and lists read. */
class StoredDocumentsTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static ReadDescription read(DescriptionFormat format, String name, byte[] content) {
        return format.read(DescriptionPackage.of(format.kind(), new ArchiveEntry(name, content)));
    }

    @Test
    void anIoddHasWhatIsReadOfIt() throws Exception {
        ReadDescription read = read(new IoddFormat(), "a.xml", Samples.everything(1));
        JsonNode detail = JSON.readTree(read.detail());
        assertThat(detail.path(StoredDocuments.LANGUAGES).path(0).isTextual()).isTrue();
        assertThat(detail.path("product_names").isObject()).isTrue();
        JsonNode event = detail.path(StoredDocuments.EVENTS).path(0);
        assertThat(event.path(StoredDocuments.CODE).isInt()).isTrue();
        assertThat(event.path(StoredDocuments.NAME).isTextual()).isTrue();
        assertThat(detail.path(StoredDocuments.EVENTS)).hasSizeGreaterThan(0);
    }

    @Test
    void anEdsHasWhatIsReadOfIt() throws Exception {
        byte[] file = Files
                .readAllBytes(Path.of(System.getProperty("greenstack.root", ".."), "deploy", "samples", "eds",
                        "greenstack-flow-transmitter.eds"));
        JsonNode detail = JSON.readTree(read(new EdsFormat(), "a.eds", file).detail());
        assertThat(detail.path(EdsMembers.PRODUCT_TYPE).isInt()).isTrue();
        for (String text : List.of(EdsMembers.PRODUCT_TYPE_NAME, EdsMembers.CATALOG_NUMBER, EdsMembers.DESCRIPTION,
                EdsMembers.HOME_URL)) {
            assertThat(detail.path(text).isTextual()).as(text).isTrue();
        }
        assertThat(detail.path(EdsMembers.ASSEMBLIES).isArray()).isTrue();
        assertThat(detail.path(EdsMembers.FEATURES).isArray()).isTrue();
    }

    @Test
    void aFindingHasASeverity() throws Exception {
        String questionable = Samples.eds("[Params]\n  Param1 = 0, , , 0x0000, 0x99, 1, \"a\";\n");
        JsonNode findings = JSON.readTree(read(new EdsFormat(), "a.eds",
                questionable.getBytes(StandardCharsets.ISO_8859_1)).findingsJson());
        assertThat(findings.path(0).path("severity").asText()).isIn("info", "warning", "error");
    }
}
