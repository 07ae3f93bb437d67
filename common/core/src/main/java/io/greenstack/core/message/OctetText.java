package io.greenstack.core.message;

import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;

import com.fasterxml.jackson.core.JsonToken;

/**
 * Octets in a payload: hexadecimal text (either case; blanks, colons and dashes between octets and a leading 0x are
 * skipped), a list of numbers 0..255, {@code {"base64":...}} (standard or URL alphabet) or {@code {"hex":...}}.
 */
final class OctetText {

    private OctetText() {}

    static byte[] read(String name, PayloadCursor payload) throws IOException {
        return switch (payload.json.currentToken()) {
            case VALUE_STRING -> hex(name, payload);
            case START_ARRAY -> list(name, payload);
            case START_OBJECT -> object(name, payload);
            default -> throw payload.reject(RejectReason.BAD_OCTETS, Texts.quote(name)
                    + " is hexadecimal text, a list of 0..255 or an object with base64, not "
                    + PayloadCursor.describe(payload.json.currentToken()));
        };
    }

    private static byte[] hex(String name, PayloadCursor payload) throws IOException {
        char[] text = payload.json.getTextCharacters();
        int at = payload.json.getTextOffset();
        int end = at + payload.json.getTextLength();
        if (end - at >= 2 && text[at] == '0' && (text[at + 1] | 0x20) == 'x') {
            at += 2;
        }
        byte[] octets = new byte[(end - at + 1) / 2];
        int digits = 0;
        for (; at < end; at++) {
            char c = text[at];
            int digit = digit(c);
            boolean separator = digit < 0 && (c == ' ' || c == ':' || c == '-') && (digits & 1) == 0;
            if (digit < 0 && !separator) {
                throw payload.reject(RejectReason.BAD_OCTETS,
                        Texts.quote(name) + " is not hexadecimal: " + Texts.quote(String.valueOf(c)));
            }
            if (digit >= 0) {
                octets[digits >> 1] |= (digits & 1) == 0 ? (byte) (digit << 4) : (byte) digit;
                digits++;
            }
        }
        if ((digits & 1) != 0) {
            throw payload.reject(RejectReason.BAD_OCTETS,
                    Texts.quote(name) + " has an odd number of hexadecimal digits: " + digits);
        }
        return digits == octets.length * 2 ? octets : Arrays.copyOf(octets, digits / 2);
    }

    private static int digit(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        int lower = c | 0x20;
        return lower >= 'a' && lower <= 'f' && c < 128 ? lower - 'a' + 10 : -1;
    }

    private static byte[] list(String name, PayloadCursor payload) throws IOException {
        byte[] octets = new byte[32];
        int count = 0;
        while (payload.json.nextToken() != JsonToken.END_ARRAY) {
            if (payload.json.currentToken() != JsonToken.VALUE_NUMBER_INT || !fitsOctet(payload)) {
                throw payload.reject(RejectReason.BAD_OCTETS,
                        Texts.quote(name) + " has something other than 0..255 at index " + count);
            }
            if (count == octets.length) {
                octets = Arrays.copyOf(octets, count * 2);
            }
            octets[count++] = (byte) payload.json.getIntValue();
        }
        return Arrays.copyOf(octets, count);
    }

    private static boolean fitsOctet(PayloadCursor payload) throws IOException {
        if (payload.json.getTextLength() > 4) {
            return false;
        }
        int value = payload.json.getIntValue();
        return value >= 0 && value <= 255;
    }

    private static byte[] object(String name, PayloadCursor payload) throws IOException {
        byte[] octets = null;
        while (payload.json.nextToken() == JsonToken.FIELD_NAME) {
            String member = payload.json.currentName();
            payload.json.nextToken();
            boolean base64 = "base64".equals(member);
            if (!base64 && !"hex".equals(member)) {
                payload.json.skipChildren();
            } else if (octets != null) {
                throw payload.duplicate(member);
            } else if (payload.json.currentToken() != JsonToken.VALUE_STRING) {
                throw payload.wrong(member, "a text");
            } else {
                octets = base64 ? base64(name, payload) : hex(name, payload);
            }
        }
        if (octets == null) {
            throw payload.reject(RejectReason.BAD_OCTETS, Texts.quote(name) + " has neither base64 nor hex");
        }
        return octets;
    }

    private static byte[] base64(String name, PayloadCursor payload) throws IOException {
        String text = payload.json.getText().strip();
        boolean url = text.indexOf('-') >= 0 || text.indexOf('_') >= 0;
        try {
            return (url ? Base64.getUrlDecoder() : Base64.getDecoder()).decode(text);
        } catch (IllegalArgumentException e) {
            throw payload.reject(RejectReason.BAD_OCTETS, Texts.quote(name) + " is not base64");
        }
    }
}
