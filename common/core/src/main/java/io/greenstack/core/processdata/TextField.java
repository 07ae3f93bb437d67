package io.greenstack.core.processdata;

import java.nio.charset.CharacterCodingException;

/** StringT (IODD clause 7.4.1) and the CIP strings. Octets that are no character become U+FFFD, and a status tells it. */
final class TextField extends CompiledField {

    private final OctetRun run;
    private final TextEncoding encoding;
    private final int prefix;
    private final int charOctets;

    TextField(Frame frame, Field field) {
        super(field);
        this.run = new OctetRun(frame, field);
        this.encoding = field.encoding();
        this.prefix = encoding.prefix();
        this.charOctets = encoding == TextEncoding.CIP_STRING2 ? 2 : 1;
    }

    @Override
    DecodedValue decode(byte[] octets, ParameterValues parameters) {
        byte[] text = run.read(octets);
        int length;
        if (prefix == 0) {
            length = TextEncoding.terminated(text);
        } else {
            length = text[0] & 0xFF;
            if (prefix == 2) {
                length |= (text[1] & 0xFF) << 8;
            }
            length *= charOctets;
            if (length > text.length - prefix) {
                return withoutValue(DecodedValue.INVALID_TEXT);
            }
        }
        TextEncoding.Decoded decoded = encoding.decode(text, prefix, length);
        return new DecodedValue(field, 0, decoded.text(), Double.NaN, null, null,
                decoded.exact() ? null : DecodedValue.INVALID_TEXT);
    }

    @Override
    void encode(Object value, byte[] octets, ParameterValues parameters) {
        if (!(value instanceof String text)) {
            throw badValue(value, "a text");
        }
        if (prefix == 0 && text.indexOf('\0') >= 0) {
            throw badValue(value, "a text without NUL");
        }
        int room = run.length() - prefix;
        if (text.length() > room) {
            throw tooLong(text.length(), room);
        }
        byte[] coded = code(text);
        if (coded.length > room) {
            throw tooLong(coded.length, room);
        }
        byte[] framed = new byte[prefix + coded.length];
        System.arraycopy(coded, 0, framed, prefix, coded.length);
        int length = coded.length / charOctets;
        if (prefix > 0) {
            framed[0] = (byte) length;
        }
        if (prefix == 2) {
            framed[1] = (byte) (length >> 8);
        }
        if (prefix > 0 && length >= 1 << 8 * prefix) {
            throw tooLong(coded.length, (1 << 8 * prefix) - 1);
        }
        run.write(octets, framed);
    }

    private EncodeException tooLong(int octets, int room) {
        return outOfRange("the text has " + octets + " octets, there is room for " + room);
    }

    private byte[] code(String text) {
        try {
            return encoding.code(text);
        } catch (CharacterCodingException e) {
            throw badValue(text, "characters of " + encoding.charset().name());
        }
    }
}
