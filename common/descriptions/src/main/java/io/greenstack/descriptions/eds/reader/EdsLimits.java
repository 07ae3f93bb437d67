package io.greenstack.descriptions.eds.reader;

/**
 * What a file may have at most.
 *
 * @param maxBytes size of the file in octets
 * @param maxTokens tokens
 * @param maxEntries entries
 * @param maxTokenLength characters of one string, comment or word
 * @param maxFindings findings that are kept; further ones are only counted
 */
record EdsLimits(int maxBytes, int maxTokens, int maxEntries, int maxTokenLength, int maxFindings) {

    /** Ample: the largest vendor files known have 360 kB, 600 parameters and 100 connections. */
    public static final EdsLimits DEFAULT = new EdsLimits(8 << 20, 3_000_000, 100_000, 64 << 10, 1_000);
}
