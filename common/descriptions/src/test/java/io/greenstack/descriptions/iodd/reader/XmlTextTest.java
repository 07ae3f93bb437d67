package io.greenstack.descriptions.iodd.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1", "windows-1252", "UTF-16BE", "UTF-16LE"})
    void theDeclaredEncodingIsUsed(String encoding) {
        String xml = "<?xml version=\"1.0\" encoding='" + encoding + "'?><a>Größe µ</a>";
        assertThat(XmlText.decode(xml.getBytes(Charset.forName(encoding)))).isEqualTo(xml);
    }

    @Test
    void aByteOrderMarkIsNoText() {
        String xml = "<a>Größe</a>";
        assertThat(XmlText.decode(("\uFEFF" + xml).getBytes(StandardCharsets.UTF_8))).isEqualTo(xml);
        assertThat(XmlText.decode(("\uFEFF" + xml).getBytes(StandardCharsets.UTF_16LE))).isEqualTo(xml);
    }

    @Test
    void anUnknownEncodingIsReadAsUtf8() {
        assertThat(XmlText.decode("<?xml version='1.0' encoding='x-none'?><a/>".getBytes(StandardCharsets.UTF_8)))
                .contains("<a/>");
    }
}
