package io.greenstack.descriptions.eds.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.greenstack.descriptions.eds.EdsFixtures;
import io.greenstack.descriptions.eds.reader.FormatSniffer.Format;

class FormatSnifferTest {

    @Test
    void recognisesOtherFormatsByTheirContent() {
        assertThat(sniff(
                "[FileInfo]\r\nFileName=x.eds\r\n[DeviceInfo]\r\nVendorNumber=1\r\n[MandatoryObjects]\r\n1=0x1000\r\n"))
                .isEqualTo(Format.CANOPEN);
        assertThat(sniff(EdsFixtures.file("[IO_Info]\nDefault = 0x0001;\n").replace("EtherNetIP", "DeviceNet")))
                .isEqualTo(Format.DEVICENET);
        assertThat(sniff("[Device]\nVendCode = 1;\n[IO_Info]\nDefault = 0x0001;\n")).isEqualTo(Format.DEVICENET);
        assertThat(sniff("<?xml version=\"1.0\"?><p:profile xmlns:p=\"http://cc-link.org/cspplus/ver2/\"/>"))
                .isEqualTo(Format.CSP_PLUS);
        assertThat(sniff("\uFEFF<ISO15745Profile xmlns=\"http://www.profibus.com/GSDML/2003/11/DeviceProfile\"/>"))
                .isEqualTo(Format.GSDML);
        assertThat(sniff("<IODevice xmlns=\"http://www.io-link.com/IODD/2010/10\"/>")).isEqualTo(Format.IODD);
        assertThat(sniff("<EtherCATInfo/>")).isEqualTo(Format.ESI);
        assertThat(sniff("<FDCML xmlns=\"http://www.fdcml.org/FDCML/2.0\"/>")).isEqualTo(Format.FDCML);
        assertThat(sniff("<ISO15745ProfileContainer xmlns=\"http://www.canopen.org/xml/1.0\"/>"))
                .isEqualTo(Format.CANOPEN_XDD);
        assertThat(sniff("<?xml version=\"1.0\"?><Cpsx/>")).as("unknown XML").isEqualTo(Format.XML);
        assertThat(sniff("<html/>")).isEqualTo(Format.XML);
        assertThat(sniff("#Profibus_DP\nGSD_Revision=3\n")).isEqualTo(Format.GSD);
        assertThat(sniff("PK\u0003\u0004rest")).isEqualTo(Format.ZIP);
        assertThat(sniff(" \r\n")).isEqualTo(Format.EMPTY);
        assertThat(sniff("\u0000\u0001\u0002\u0003MZ")).isEqualTo(Format.BINARY);
        assertThat(sniff("Dear reader")).isEqualTo(Format.UNKNOWN);
    }

    @Test
    void bothNetworksInOneFileIsEtherNetIp() {
        String text = EdsFixtures.file("[IO_Info]\nDefault = 0x0001;\n").replace("Class1 = EtherNetIP;",
                "Class1 = DeviceNet; $ EtherNetIP is next\n Class2 = EtherNetIP;");

        assertThat(sniff(text)).isEqualTo(Format.ETHERNET_IP);
    }

    @Test
    void aCommentDoesNotClassify() {
        assertThat(sniff(EdsFixtures.file("").replace("Class1 = EtherNetIP;",
                "Class1 = EtherNetIP; $ not Class2 = DeviceNet"))).isEqualTo(Format.ETHERNET_IP);
    }

    @Test
    void refusalsNameTheFormat() {
        byte[] deviceNet = EdsFixtures.file("").replace("EtherNetIP", "DeviceNet").getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> EdsReader.read(deviceNet)).isInstanceOfSatisfying(EdsException.class,
                e -> assertThat(e.code()).isEqualTo(EdsException.OTHER_FORMAT))
                .hasMessage("This is a DeviceNet EDS file, not an EtherNet/IP EDS file");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [FileInfo]~[DeviceInfo]~[MandatoryObjects]~             | a CANopen EDS file
            <x xmlns="http://www.canopen.org/xml/1.0"/>             | a CANopen XDD file
            <x xmlns="http://cc-link.org/cspplus/ver2/"/>           | a CC-Link CSP+ file
            <x xmlns="http://www.profibus.com/GSDML/2003/11/DeviceProfile"/> | a PROFINET GSDML file
            <x xmlns="http://www.io-link.com/IODD/2010/10"/>        | an IO-Link IODD file
            <FDCML/>                                                | an FDCML device description
            <Cpsx/>                                                 | an XML file
            """)
    void everyOtherFormatIsRefusedByName(String text, String title) {
        byte[] file = text.replace('~', '\n').getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> EdsReader.read(file))
                .isInstanceOfSatisfying(EdsException.class,
                        e -> assertThat(e.code()).isEqualTo(EdsException.OTHER_FORMAT))
                .hasMessage("This is " + title + ", not an EtherNet/IP EDS file");
    }

    private static Format sniff(String text) {
        return FormatSniffer.sniff(text.getBytes(StandardCharsets.UTF_8));
    }
}
