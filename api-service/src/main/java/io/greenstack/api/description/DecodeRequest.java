package io.greenstack.api.description;

import java.util.List;
import java.util.Map;

import jakarta.validation.constraints.Size;

/**
 * Process data to decode. Exactly one of {@code hex}, {@code bytes} and {@code base64} is needed.
 *
 * @param direction {@code in} (default) or {@code out}
 * @param hex octets as hex digits; blanks between them are allowed
 * @param bytes octets as numbers 0 to 255
 * @param base64 octets in base 64
 * @param parameters condition parameter values; those left out have their default
 */
public record DecodeRequest(String direction, @Size(max = 8192) String hex, @Size(max = 2048) List<Integer> bytes,
        @Size(max = 4096) String base64, @Size(max = 256) Map<String, Long> parameters) {}
