package io.greenstack.descriptions.eds.model;

/**
 * Section [File].
 *
 * @param description {@code DescText}
 * @param created {@code CreateDate} and {@code CreateTime}
 * @param modified {@code ModDate} and {@code ModTime}
 * @param revision {@code Revision} of the file, null if missing
 * @param homeUrl {@code HomeURL}
 * @param exclude {@code Exclude}
 * @param crc {@code EDSFileCRC}, null if missing
 */
public record FileInfo(String description, EdsDate created, EdsDate modified, EdsRevision revision, String homeUrl,
        String exclude, Long crc) {}
