package io.greenstack.descriptions.iodd.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.greenstack.descriptions.iodd.IoddXml;
import io.greenstack.descriptions.iodd.model.ExternalTextDocument;
import io.greenstack.descriptions.iodd.model.IoddDescription;
import io.greenstack.descriptions.iodd.model.Language;
import io.greenstack.descriptions.iodd.model.Language.Text;
import io.greenstack.descriptions.iodd.model.Source;
import io.greenstack.descriptions.iodd.model.TextRef;

class IoddTextsTest {

    private final IoddDescription model = IoddXml.v11().text("A", "one").text("B", "two").text("C", " padded ")
            .languages("<Language xml:lang='de'><Text id='A' value='eins'/><Text id='B' value=''/>"
                    + "<TextRedefine id='STD_TN_DeviceSpecific_1' value='Schwelle'/></Language>"
                    + "<Language xml:lang='pt-BR'><Text id='A' value='um'/></Language>")
            .model();

    @Test
    void fallsBackTextByText() {
        IoddTexts german = IoddTexts.of(model, "de");
        assertThat(german.text("A")).isEqualTo("eins");
        assertThat(german.text("B")).isEqualTo("two");
        assertThat(german.text("missing")).isNull();
    }

    @Test
    void matchesRegionsAndLetterCase() {
        assertThat(IoddTexts.of(model, "DE_at").text("A")).isEqualTo("eins");
        assertThat(IoddTexts.of(model, "pt-br").text("A")).isEqualTo("um");
        assertThat(IoddTexts.of(model, "pt").text("A")).isEqualTo("one");
        assertThat(IoddTexts.of(model, "fr").text("A")).isEqualTo("one");
        assertThat(IoddTexts.primary(model).text("A")).isEqualTo("one");
    }

    @Test
    void knowsStandardTextsAndTheirRedefinitions() {
        assertThat(IoddTexts.of(model, "de").text("STD_TN_V_VendorName")).isEqualTo("Herstellername");
        assertThat(IoddTexts.of(model, "ja").text("STD_TN_V_VendorName")).isEqualTo("Vendor Name");
        assertThat(IoddTexts.of(model, "de").text("STD_TN_DeviceSpecific_1")).isEqualTo("Schwelle");
    }

    @Test
    void labelsHaveNoBlanksAroundAndAreNeverNull() {
        IoddTexts texts = IoddTexts.primary(model);
        assertThat(texts.label(new TextRef("C", Source.NONE))).isEqualTo("padded");
        assertThat(texts.label(null)).isEmpty();
        assertThat(texts.label(new TextRef(null, Source.NONE))).isEmpty();
    }

    @Test
    void mergesLanguageFiles() {
        ExternalTextDocument french = document("fr", "un");
        IoddDescription merged = model.withLanguageFiles(List.of(french))
                .withLanguageFiles(List.of(document("FR", "uno")));

        assertThat(merged.languageFiles()).hasSize(1);
        assertThat(IoddTexts.of(merged, "fr").text("A")).isEqualTo("uno");
        assertThat(IoddTexts.languages(merged)).containsExactly("en", "de", "pt-BR", "FR");
    }

    private static ExternalTextDocument document(String language, String value) {
        Text text = new Text("Text", "A", value, Source.NONE);
        return new ExternalTextDocument(null, null, new Language("Language", language, List.of(text), Source.NONE),
                null,
                Source.NONE);
    }
}
