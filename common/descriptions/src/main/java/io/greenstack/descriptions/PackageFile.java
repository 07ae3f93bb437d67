package io.greenstack.descriptions;

/**
 * A file to store with a description.
 *
 * @param role what it is
 * @param name file name without a folder
 * @param purpose for images: {@code logo}, {@code icon}, {@code device-pic}, {@code connection}; else null
 * @param mediaType media type it is served with
 * @param content its octets
 */
public record PackageFile(FileRole role, String name, String purpose, String mediaType, byte[] content) {}
