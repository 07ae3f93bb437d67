package io.greenstack.descriptions.eds.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.greenstack.descriptions.eds.model.EdsSection;
import io.greenstack.descriptions.eds.reader.EdsReader;
import io.greenstack.descriptions.eds.reader.EdsReader.EdsReading;

class SectionViewTest {

    private static final byte[] FILE = "[A]\nA1=1;\nA2=2;\nA3=3;\n[Empty]\n[B]\nB1=1;\nB2=2;\n"
            .getBytes(StandardCharsets.US_ASCII);

    private static List<String> entries(long offset, int size) {
        List<EdsSection> sections = EdsReader.read(FILE).model().sections();
        return SectionView.of(sections, offset, size).stream().map(section -> section.name()
                + section.entries().stream().map(SectionView.EntryView::keyword).toList()).toList();
    }

    @Test
    void entriesAreCountedThroughTheFile() {
        assertThat(entries(0, 100)).containsExactly("A[A1, A2, A3]", "Empty[]", "B[B1, B2]");
        assertThat(entries(0, 2)).containsExactly("A[A1, A2]");
        assertThat(entries(2, 2)).containsExactly("A[A3]", "Empty[]", "B[B1]");
        assertThat(entries(4, 2)).containsExactly("B[B2]");
        assertThat(entries(5, 2)).isEmpty();
    }

    @Test
    void ofALargeFileOnlyWhatIsUnderstoodIsKept() {
        EdsReading reading = EdsReader.read(FILE);

        assertThat(reading.kept(FILE.length)).isSameAs(reading);
        EdsReading kept = reading.kept(2 << 20);
        assertThat(kept.model().sections()).extracting(EdsSection::name).containsExactly("A", "Empty", "B");
        assertThat(kept.model().sections()).allSatisfy(section -> assertThat(section.entries()).isEmpty());
        assertThat(kept.findings()).isEqualTo(reading.findings());
        assertThat(kept.model().parameters()).isEqualTo(reading.model().parameters());
    }
}
