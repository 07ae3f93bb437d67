package io.greenstack.api.description;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.greenstack.api.platform.ApiException;
import io.greenstack.descriptions.Sparse;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Octets in the three notations of the API.
 *
 * @param hex hex digits; blanks between them, and 0x before them, are read
 * @param bytes numbers 0 to 255
 * @param base64 base 64
 */
@RegisterForReflection
public record Octets(String hex, List<Integer> bytes, String base64) implements Sparse {

    private static final int MASK = 0xFF;

    /** Octets in all notations. */
    public static Octets of(byte[] octets) {
        return new Octets(HexFormat.of().withUpperCase().formatHex(octets),
                IntStream.range(0, octets.length).mapToObj(i -> octets[i] & MASK).toList(),
                Base64.getEncoder().encodeToString(octets));
    }

    /**
     * The octets; exactly one notation must be given.
     *
     * @throws ApiException 400 {@code invalid-parameter} when none or several are given, or the one cannot be read
     */
    public byte[] octets() {
        if (Stream.of(hex, bytes, base64).filter(Objects::nonNull).count() != 1) {
            throw new ApiException(400, "invalid-parameter", "Exactly one of 'hex', 'bytes' and 'base64' is needed.");
        }
        try {
            if (hex != null) {
                return HexFormat.of().parseHex(hex.replaceAll("[\\s:]|0[xX]", ""));
            }
            return base64 == null ? numbers() : Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw ApiException.invalidParameter(hex == null ? "base64" : "hex", "it cannot be read as octets");
        }
    }

    private byte[] numbers() {
        byte[] octets = new byte[bytes.size()];
        for (int i = 0; i < octets.length; i++) {
            Integer number = bytes.get(i);
            if (number == null || number < 0 || number > MASK) {
                throw ApiException.invalidParameter("bytes", "numbers from 0 to 255 are needed");
            }
            octets[i] = number.byteValue();
        }
        return octets;
    }
}
