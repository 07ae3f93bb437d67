package io.greenstack.api.deadletter;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Octets in the forms in which people read them.
 *
 * @param text as UTF-8; absent where they are none, or hold control characters
 * @param hex as hexadecimal digits
 * @param base64 as base64
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PayloadView(String text, String hex, String base64) {

    static PayloadView of(byte[] octets) {
        return new PayloadView(text(octets), HexFormat.of().withUpperCase().formatHex(octets),
                Base64.getEncoder().encodeToString(octets));
    }

    private static String text(byte[] octets) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
            return text.chars().allMatch(c -> c >= ' ' && c != 0x7F || c == '\n' || c == '\r' || c == '\t')
                    ? text
                    : null;
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
