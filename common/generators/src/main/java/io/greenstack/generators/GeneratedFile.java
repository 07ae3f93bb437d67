package io.greenstack.generators;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * A generated file.
 *
 * @param name file name, {@code [a-z0-9._-]}
 * @param mediaType media type of the content
 * @param content text in UTF-8, lines end with LF
 */
public record GeneratedFile(String name, String mediaType, String content) {

    public GeneratedFile {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(mediaType, "mediaType");
        Objects.requireNonNull(content, "content");
    }

    /** The content as octets. */
    public byte[] octets() {
        return content.getBytes(StandardCharsets.UTF_8);
    }
}
