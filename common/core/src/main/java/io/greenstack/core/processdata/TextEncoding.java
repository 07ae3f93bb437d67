package io.greenstack.core.processdata;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** How a text lies in its octets. */
public enum TextEncoding {
    /** IO-Link StringT {@code US-ASCII}: fixed length, ends early at the first NUL. */
    US_ASCII(StandardCharsets.US_ASCII),
    /** IO-Link StringT {@code UTF-8}: fixed length in octets, ends early at the first NUL. */
    UTF_8(StandardCharsets.UTF_8),
    /** Characters of one octet each (Latin-1), fixed length, ends early at the first NUL. */
    ISO_8859_1(StandardCharsets.ISO_8859_1),
    /** CIP SHORT_STRING: one octet with the length, then Latin-1 characters. */
    CIP_SHORT_STRING(StandardCharsets.ISO_8859_1),
    /** CIP STRING: two octets with the length, low octet first, then Latin-1 characters. */
    CIP_STRING(StandardCharsets.ISO_8859_1),
    /** CIP STRING2: two octets with the number of characters, low octet first, then UTF-16LE characters. */
    CIP_STRING2(StandardCharsets.UTF_16LE);

    private final Charset charset;

    TextEncoding(Charset charset) {
        this.charset = charset;
    }

    /** How its characters are coded. */
    public Charset charset() {
        return charset;
    }

    /** Octets with the length before the text. */
    int prefix() {
        return switch (this) {
            case CIP_SHORT_STRING -> 1;
            case CIP_STRING, CIP_STRING2 -> 2;
            default -> 0;
        };
    }

    /**
     * The octets of a text, without a length before or NUL behind it.
     *
     * @throws CharacterCodingException if it has a character that cannot be coded
     */
    public byte[] code(String text) throws CharacterCodingException {
        ByteBuffer coded = charset.newEncoder().encode(CharBuffer.wrap(text));
        byte[] octets = new byte[coded.remaining()];
        coded.get(octets);
        return octets;
    }

    /**
     * A text of octets.
     *
     * @param exact false if some octets were no characters; they are U+FFFD in the text
     */
    record Decoded(String text, boolean exact) {}

    Decoded decode(byte[] octets, int from, int length) {
        try {
            return new Decoded(charset.newDecoder().decode(ByteBuffer.wrap(octets, from, length)).toString(), true);
        } catch (CharacterCodingException e) {
            return new Decoded(new String(octets, from, length, charset), false);
        }
    }

    /** Whether the octets before the first NUL are characters, all of them. */
    public boolean isText(byte[] octets) {
        return decode(octets, 0, terminated(octets)).exact();
    }

    /** Number of octets before the first NUL. */
    public static int terminated(byte[] octets) {
        int length = 0;
        while (length < octets.length && octets[length] != 0) {
            length++;
        }
        return length;
    }
}
