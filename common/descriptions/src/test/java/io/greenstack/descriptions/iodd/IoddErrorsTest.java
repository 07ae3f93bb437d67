package io.greenstack.descriptions.iodd;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.greenstack.descriptions.ErrorText;
import io.greenstack.descriptions.iodd.model.IoddDescription;

class IoddErrorsTest {

    private final IoddDescription model = IoddXml.v11()
            .functions("<ErrorTypeCollection><StdErrorTypeRef additionalCode='48'/>"
                    + "<ErrorType additionalCode='1'><Name textId='A'/><Description textId='B'/></ErrorType>"
                    + "<ErrorType code='130' additionalCode='2'><Name textId='A'/></ErrorType></ErrorTypeCollection>")
            .text("A", "Points crossed").text("B", "Swap them").model();

    @Test
    void errorsOfTheVendorHaveItsWords() {
        assertThat(IoddErrors.find(model, 0x8101, null)).contains(new ErrorText("Points crossed", "Swap them"));
        assertThat(IoddErrors.find(model, 0x8202, null)).contains(new ErrorText("Points crossed", null));
    }

    @Test
    void othersAreLeftToTheStandard() {
        assertThat(IoddErrors.find(model, 0x8030, null)).isEmpty();
        assertThat(IoddErrors.find(model, 0x8102, null)).isEmpty();
        assertThat(IoddErrors.find(IoddXml.v11().model(), 0x8101, null)).isEmpty();
    }
}
