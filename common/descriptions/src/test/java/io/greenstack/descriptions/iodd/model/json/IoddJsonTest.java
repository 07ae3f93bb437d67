package io.greenstack.descriptions.iodd.model.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.greenstack.descriptions.iodd.IoddXml;
import io.greenstack.descriptions.iodd.model.ExternalTextDocument;
import io.greenstack.descriptions.iodd.model.IoddDescription;
import io.greenstack.descriptions.iodd.model.Language;
import io.greenstack.descriptions.iodd.model.Source;
import io.greenstack.localstack.testing.Corpus;

class IoddJsonTest {

    @Test
    void samplesComeBackTheSame() {
        assertThat(Corpus.samples()).allSatisfy(path -> assertSame(IoddXml.read(Corpus.bytes(path)).model()));
    }

    @Test
    void damagedFilesComeBackTheSame() {
        IoddDescription model = IoddXml.v101()
                .datatypes("<Datatype id='D' xsi:type='FancyT' bitLength='08'/>")
                .variables("<Variable id='V' index='80' accessRights='rx' dynamics='true'><Name textId='TN_Gone'/>"
                        + "<DatatypeRef datatypeId='Q'/><Colour>red<Shade v='1'/></Colour></Variable>")
                .model();

        assertSame(model);
    }

    @Test
    void languageFilesComeBackTheSame() {
        IoddDescription model = IoddXml.v11().model().withLanguageFiles(List.of(new ExternalTextDocument(null, null,
                new Language("Language", "fr", List.of(), Source.at(3)), null, Source.at(1))));

        assertSame(model);
    }

    @Test
    void keysAreSnakeCaseAndPlacesOfSeveralKindsNameTheElement() {
        String json = IoddJson.toJson(IoddXml.read(Corpus.sample("LT101")).model());

        assertThat(json).contains("\"access_rights\":\"rw\"", "{\"RecordItemRef\":{\"variable_id\":\"V_Settings\"",
                "\"gradient\":0.18", "\"vendor_id\":65535", "\"block_parameter\":true");
    }

    @Test
    void otherJsonIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> IoddJson.fromJson("[1]"));
        assertThatIllegalArgumentException().isThrownBy(() -> IoddJson.fromJson("{\"prolog\":"));
    }

    private static void assertSame(IoddDescription model) {
        assertThat(IoddJson.fromJson(IoddJson.toJson(model))).isEqualTo(model);
    }
}
