package io.greenstack.descriptions.iodd.reader;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of an XML file in the encoding that its byte-order mark or declaration names (XML 1.0, appendix F). */
public final class XmlText {

    private static final int DECLARATION = 200;
    private static final Pattern ENCODING = Pattern
            .compile("^<\\?xml[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,40})[\"']");

    private XmlText() {}

    /** Its text, without a byte-order mark. */
    public static String decode(byte[] xml) {
        Charset charset = charset(xml);
        String text = new String(xml, charset);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Charset charset(byte[] xml) {
        if (xml.length > 1 && (xml[0] == (byte) 0xFE && xml[1] == (byte) 0xFF || xml[0] == 0 && xml[1] == '<')) {
            return StandardCharsets.UTF_16BE;
        }
        if (xml.length > 1 && (xml[0] == (byte) 0xFF && xml[1] == (byte) 0xFE || xml[0] == '<' && xml[1] == 0)) {
            return StandardCharsets.UTF_16LE;
        }
        String start = new String(xml, 0, Math.min(DECLARATION, xml.length), StandardCharsets.ISO_8859_1);
        Matcher declared = ENCODING.matcher(start.startsWith("\u00EF\u00BB\u00BF") ? start.substring(3) : start);
        try {
            return declared.find() ? Charset.forName(declared.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }
}
