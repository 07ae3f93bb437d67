package io.greenstack.api.note;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * What an attachment is served as: told by its octets, never by what its sender says. Whatever is neither a picture, a PDF nor
 * plain text is octets, so that no browser runs it.
 */
final class AttachmentType {

    static final String OCTETS = "application/octet-stream";
    static final String TEXT = "text/plain;charset=UTF-8";

    private AttachmentType() {}

    static String of(String name, byte[] content) {
        if (begins(content, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
            return "image/png";
        }
        if (begins(content, 0xFF, 0xD8, 0xFF)) {
            return "image/jpeg";
        }
        if (begins(content, 'G', 'I', 'F', '8')) {
            return "image/gif";
        }
        if (begins(content, '%', 'P', 'D', 'F', '-')) {
            return "application/pdf";
        }
        String lower = name.toLowerCase(Locale.ROOT);
        boolean text = lower.endsWith(".txt") || lower.endsWith(".log") || lower.endsWith(".csv")
                || lower.endsWith(".md");
        return text && isText(content) ? TEXT : OCTETS;
    }

    private static boolean begins(byte[] content, int... octets) {
        if (content.length < octets.length) {
            return false;
        }
        for (int i = 0; i < octets.length; i++) {
            if (content[i] != (byte) octets[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isText(byte[] content) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
