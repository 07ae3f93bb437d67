package io.greenstack.api.iodd.trust;

import java.util.List;

import io.greenstack.api.iodd.model.ExtraNode;

/**
 * What of a file the model holds. Rebuilt from the model, the file is compared node by node with the original.
 *
 * @param elements elements of the file
 * @param attributes attributes of the file
 * @param texts texts of the file that are not only blanks
 * @param reproduced nodes that the model reproduces exactly, at the same place
 * @param typed nodes that have a meaning in the model; the other reproduced ones are kept without one
 * @param differences nodes that are not reproduced
 * @param unknown what the specification does not know, with all its content
 */
public record CoverageReport(int elements, int attributes, int texts, int reproduced, int typed,
        List<Difference> differences, List<ExtraNode> unknown) {

    /** Most differences that are listed. */
    static final int MAX_DIFFERENCES = 200;

    /**
     * A node that is not reproduced.
     *
     * @param path where it is, with positions among siblings of the same name
     * @param line line in the file
     * @param original what the file has, null if only the model has something there
     * @param rebuilt what the model gives, null if nothing
     */
    public record Difference(String path, int line, String original, String rebuilt) {}

    public CoverageReport {
        differences = List.copyOf(differences);
        unknown = List.copyOf(unknown);
    }

    /** All nodes of the file. */
    public int total() {
        return elements + attributes + texts;
    }

    /** Share of the nodes that are reproduced exactly, 0 to 1. */
    public double score() {
        return total() == 0 ? 0 : (double) reproduced / total();
    }
}
