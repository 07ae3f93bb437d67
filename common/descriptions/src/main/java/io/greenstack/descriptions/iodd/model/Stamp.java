package io.greenstack.descriptions.iodd.model;

/**
 * Stamp of the IODD checker, clause 7.3.4.
 *
 * @param crc checksum, null if absent or not understood
 * @param checker who stamped it, null if nobody
 */
public record Stamp(Long crc, Checker checker, Source source) implements IoddNode {

    /**
     * The program that checked the file.
     */
    public record Checker(String name, String version, Source source) implements IoddNode {}
}
