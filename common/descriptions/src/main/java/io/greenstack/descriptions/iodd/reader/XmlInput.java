package io.greenstack.descriptions.iodd.reader;

import java.io.ByteArrayInputStream;
import java.io.CharArrayReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The characters of an XML file. Files in encodings of octets are decoded here, because that is faster and knows more
 * names than the XML parser; if some of their bytes do not fit, the file is taken as ISO 8859-1, which damages no more than
 * those characters. A file that says it is UTF-16 or something unknown, but is written in octets, is taken as UTF-8. Real
 * UTF-16 is left to the XML parser.
 */
final class XmlInput {

    private static final Pattern ENCODING = Pattern.compile("^<\\?xml[^>]*?\\sencoding\\s*=\\s*[\"']([^\"']*)[\"']");
    private static final int DECLARATION = 200;

    private final byte[] bytes;
    private char[] characters;
    private int length;
    private int badLine;
    private Charset readAs;

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
            Charset charset = mark == 3 || !declared.find()
                    ? StandardCharsets.UTF_8
                    : charset(declared.group(1).strip());
            if (charset == null) {
                input.badLine = 1;
                charset = StandardCharsets.UTF_8;
            }
            input.decode(mark, charset);
        }
        return input;
    }

    /** The charset of a name; null if it is not known, or not one of octets. */
    private static Charset charset(String name) {
        try {
            Charset charset = Charset.forName(name);
            return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32") ? null : charset;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private void decode(int mark, Charset charset) {
        ByteBuffer in = ByteBuffer.wrap(bytes, mark, bytes.length - mark);
        CharBuffer out = CharBuffer.allocate(bytes.length - mark);
        CoderResult result = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT).decode(in, out, true);
        readAs = charset;
        if (result.isError()) {
            badLine = 1;
            for (int i = mark; i < in.position(); i++) {
                badLine += bytes[i] == '\n' ? 1 : 0;
            }
            readAs = StandardCharsets.ISO_8859_1;
            out = readAs.decode(ByteBuffer.wrap(bytes, mark, bytes.length - mark));
            out.position(out.limit());
        }
        characters = out.array();
        length = out.position();
    }

    /** Line of the first byte that does not fit the encoding the file names; 0 if there is none. */
    int badLine() {
        return badLine;
    }

    /** The encoding the file is read in, null if that is left to the XML parser. */
    Charset readAs() {
        return readAs;
    }

    XMLStreamReader open(XMLInputFactory factory) throws XMLStreamException {
        return characters == null
                ? factory.createXMLStreamReader(new ByteArrayInputStream(bytes))
                : factory.createXMLStreamReader(new CharArrayReader(characters, 0, length));
    }
}
