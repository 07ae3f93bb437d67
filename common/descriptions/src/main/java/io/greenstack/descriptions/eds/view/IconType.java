package io.greenstack.descriptions.eds.view;

import java.util.Optional;
import java.util.stream.Stream;

import io.greenstack.descriptions.archive.FileLook;

/** Kinds of pictures that files embed, told by their first octets; what the file calls them does not count. */
public enum IconType {
    /** Windows icon. */
    ICO("image/x-icon", "ico", 0, 0, 1, 0),
    /** Portable Network Graphics. */
    PNG("image/png", "png", 0x89, 'P', 'N', 'G'),
    /** Graphics Interchange Format. */
    GIF("image/gif", "gif", 'G', 'I', 'F', '8'),
    /** JPEG. */
    JPEG("image/jpeg", "jpg", 0xFF, 0xD8, 0xFF),
    /** Windows bitmap. */
    BMP("image/bmp", "bmp", 'B', 'M');

    private final String mediaType;
    private final String extension;
    private final int[] magic;

    IconType(String mediaType, String extension, int... magic) {
        this.mediaType = mediaType;
        this.extension = extension;
        this.magic = magic;
    }

    /** Media type. */
    public String mediaType() {
        return mediaType;
    }

    /** Ending of file names, without dot. */
    public String extension() {
        return extension;
    }

    /** The kind of a picture, empty if it is none of these. */
    public static Optional<IconType> of(byte[] picture) {
        return Stream.of(values()).filter(type -> FileLook.startsWith(picture, type.magic)).findFirst();
    }
}
