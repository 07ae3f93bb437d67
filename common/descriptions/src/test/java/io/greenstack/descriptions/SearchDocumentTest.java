package io.greenstack.descriptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.greenstack.descriptions.SearchText.Field;
import io.greenstack.descriptions.archive.ArchiveEntry;
import io.greenstack.descriptions.eds.EdsFormat;
import io.greenstack.descriptions.iodd.IoddFormat;

/** What searches find of a description of each format. */
class SearchDocumentTest {

    private static final Path SAMPLES = Path.of(System.getProperty("greenstack.root", "../.."), "deploy/samples");

    private static SearchDocument search(DescriptionFormat format, String file) throws IOException {
        Path path = SAMPLES.resolve(file);
        return format.read(DescriptionPackage.of(format.kind(),
                new ArchiveEntry(path.getFileName().toString(), Files.readAllBytes(path)))).search();
    }

    private static SearchEntry find(SearchDocument search, SearchType type, String item) {
        return search.entries().stream().filter(entry -> entry.type() == type && entry.item().equals(item)).findFirst()
                .orElseThrow();
    }

    @Test
    void anIoddIsFoundInAllItsLanguages() throws IOException {
        SearchDocument search = search(new IoddFormat(), "iodd/GreenStack-LT101-20261123-IODD1.1.xml");

        assertThat(search.texts()).contains(
                new SearchText(Field.NAME, "en", "LT101"),
                new SearchText(Field.NAME, "de", "LT101 Füllstand- und Temperatursensor"));
        assertThat(search.revision()).isEqualTo("1.1");
        assertThat(search.features()).contains("ISDU");
        SearchEntry unit = find(search, SearchType.PARAMETER, "V_Unit");
        assertThat(unit.texts()).contains(new SearchText(Field.NAME, "en", "Temperature unit"),
                new SearchText(Field.NAME, "de", "Temperatureinheit"), new SearchText(Field.KEY, null, "V_Unit"));
        assertThat(unit.codes()).isEqualTo(Map.of("index", 71L));
        assertThat(find(search, SearchType.ENUMERATION, "V_Unit").texts()).contains(
                new SearchText(Field.VALUE, "en", "1 = Fahrenheit"));
        SearchEntry average = find(search, SearchType.PARAMETER, "V_Settings.2");
        assertThat(average.codes()).isEqualTo(Map.of("index", 70L, "subindex", 2L));
        assertThat(average.facts()).containsEntry("unit", "s");
        assertThat(find(search, SearchType.EVENT, "0x8C40").codes()).isEqualTo(Map.of("event", 35904L));
        assertThat(search.entries()).extracting(SearchEntry::type).contains(SearchType.PROCESS_DATA, SearchType.MENU);
        assertThat(search.entries()).filteredOn(entry -> entry.type() == SearchType.PROCESS_DATA)
                .flatExtracting(SearchEntry::texts).contains(new SearchText(Field.NAME, "de", "Füllstand"));
    }

    @Test
    void anEdsIsFoundByItsParametersAssembliesAndConnections() throws IOException {
        SearchDocument search = search(new EdsFormat(), "eds/greenstack-flow-transmitter.eds");

        assertThat(search.texts()).contains(new SearchText(Field.NAME, null, "GS-FLOW-E"),
                new SearchText(Field.KEY, null, "GS-FLOW-E-50"),
                new SearchText(Field.VENDOR, null, "GreenStack Samples"));
        assertThat(find(search, SearchType.PARAMETER, "1").texts()).contains(new SearchText(Field.NAME, null, "RPI"),
                new SearchText(Field.UNIT, null, "us"));
        assertThat(find(search, SearchType.PARAMETER, "1").facts()).containsEntry("min_value", "2000");
        assertThat(find(search, SearchType.ENUMERATION, "2").texts())
                .contains(new SearchText(Field.VALUE, null, "8 = Pipe empty"));
        assertThat(search.entries()).extracting(SearchEntry::type).contains(SearchType.ASSEMBLY, SearchType.CONNECTION);
    }

    @Test
    void aFormatThatSaysNothingIsFoundByItsNamesAndParameters() {
        SearchDocument search = SearchDocument.of(
                new ReadDescription.Identity(1, 2, List.of(), List.of("P-1")),
                new ReadDescription.Product("Maker", "Gauge", null),
                List.of(new ParameterRow("level", 7, 1, "Level", "How full", "integer", "ro", "mm")));

        assertThat(search.texts()).extracting(SearchText::text).containsExactly("Gauge", "P-1", "Maker");
        SearchEntry entry = search.entries().get(0);
        assertThat(entry.item()).isEqualTo("level");
        assertThat(entry.codes()).isEqualTo(Map.of("index", 7L, "subindex", 1L));
        assertThat(entry.texts()).extracting(SearchText::text).containsExactly("Level", "level", "mm", "How full");
    }
}
