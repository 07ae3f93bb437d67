package io.greenstack.api.imports;

/**
 * A file of an upload.
 *
 * @param name file name without a folder
 * @param content its octets
 */
record UploadedFile(String name, byte[] content) {}
