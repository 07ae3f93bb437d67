package io.greenstack.descriptions.iodd.reader;

/**
 * Bounds for untrusted files.
 *
 * @param maxBytes size of a file
 * @param maxDepth depth of elements
 * @param maxElements number of elements
 * @param maxAttributes attributes of one element
 * @param maxTextLength characters of one attribute or text
 * @param maxFindings findings that are listed
 */
public record IoddLimits(int maxBytes, int maxDepth, int maxElements, int maxAttributes, int maxTextLength,
        int maxFindings) {

    /** 10 MiB, 32 levels, 500,000 elements, 64 attributes, 64 Ki characters, 500 findings. */
    public static final IoddLimits DEFAULT = new IoddLimits(10 << 20, 32, 500_000, 64, 64 << 10, 500);
}
