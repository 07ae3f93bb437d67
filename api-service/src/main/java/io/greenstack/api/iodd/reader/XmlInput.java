package io.greenstack.api.iodd.reader;

import java.io.ByteArrayInputStream;
import java.io.CharArrayReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The characters of an XML file. Files in UTF-8, the great majority, are decoded here, because that is faster; if some of
 * their bytes are not UTF-8, the file is taken as ISO 8859-1, which damages no more than those characters. Other encodings
 * are left to the XML parser.
 */
final class XmlInput {

    private static final Pattern ENCODING = Pattern.compile("^<\\?xml[^>]*?\\sencoding\\s*=\\s*[\"']([^\"']*)[\"']");
    private static final int DECLARATION = 200;

    private final byte[] bytes;
    private char[] characters;
    private int length;
    private int badLine;

    private XmlInput(byte[] bytes) {
        this.bytes = bytes;
    }

    static XmlInput of(byte[] bytes) {
        XmlInput input = new XmlInput(bytes);
        int mark = XmlSniffer.byteOrderMark(bytes);
        if (mark != 2 && bytes.length > 1 && bytes[0] != 0 && bytes[1] != 0) {
            String head = new String(bytes, mark, Math.min(DECLARATION, bytes.length - mark),
                    StandardCharsets.ISO_8859_1);
            Matcher declared = ENCODING.matcher(head);
            if (mark == 3 || !declared.find() || "UTF-8".equals(declared.group(1).toUpperCase(Locale.ROOT))) {
                input.decode(mark);
            }
        }
        return input;
    }

    private void decode(int mark) {
        ByteBuffer in = ByteBuffer.wrap(bytes, mark, bytes.length - mark);
        CharBuffer out = CharBuffer.allocate(bytes.length - mark);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT).decode(in, out, true);
        if (result.isError()) {
            badLine = 1;
            for (int i = mark; i < in.position(); i++) {
                badLine += bytes[i] == '\n' ? 1 : 0;
            }
            out = StandardCharsets.ISO_8859_1.decode(ByteBuffer.wrap(bytes, mark, bytes.length - mark));
            out.position(out.limit());
        }
        characters = out.array();
        length = out.position();
    }

    /** Line of the first byte that is not UTF-8 in a file that says it is; 0 if there is none. */
    int badLine() {
        return badLine;
    }

    XMLStreamReader open(XMLInputFactory factory) throws XMLStreamException {
        return characters == null
                ? factory.createXMLStreamReader(new ByteArrayInputStream(bytes))
                : factory.createXMLStreamReader(new CharArrayReader(characters, 0, length));
    }
}
