package io.greenstack.descriptions.iodd.trust;

import java.util.List;

import io.greenstack.descriptions.iodd.model.Source.ExtraNode;

/**
 * What of a file the model holds. Rebuilt from the model, the file is compared node by node with the original; nothing is
 * rounded or capped.
 *
 * @param elements elements of the file
 * @param attributes attributes of the file
 * @param texts texts of the file that are not only blanks
 * @param reproduced nodes that the model reproduces exactly, at the same place and in the same order
 * @param typed nodes that have a meaning in the model; the other reproduced ones are kept without one
 * @param surplus nodes that the model gives although the file does not have them
 * @param kinds the elements, attributes and texts that occur, each with its counts, in order of their names
 * @param differences nodes that are not reproduced, and surplus ones; at most {@value #MAX_DIFFERENCES}
 * @param unknown what the specification does not know, with all its content
 */
public record CoverageReport(int elements, int attributes, int texts, int reproduced, int typed, int surplus,
        List<NodeKind> kinds, List<Difference> differences, List<ExtraNode> unknown) {

    /** Most differences that are listed. */
    static final int MAX_DIFFERENCES = 200;

    /**
     * An element, attribute or text and how often it occurs.
     *
     * @param name {@code RecordItem}, {@code RecordItem/@bitOffset}, {@code ProfileRevision/#text}
     * @param count how often the file has it
     * @param reproduced how often the model reproduces it exactly
     * @param typed how often it has a meaning in the model
     */
    public record NodeKind(String name, int count, int reproduced, int typed) {}

    /**
     * A node that is not reproduced.
     *
     * @param path where it is, with positions among siblings of the same name
     * @param line line in the file
     * @param original what the file has, null if only the model has something there
     * @param rebuilt what the model gives, null if nothing; the same as the original if it is at another place
     */
    public record Difference(String path, int line, String original, String rebuilt) {}

    public CoverageReport {
        kinds = List.copyOf(kinds);
        differences = List.copyOf(differences);
        unknown = List.copyOf(unknown);
    }

    /** All nodes of the file. */
    public int total() {
        return elements + attributes + texts;
    }

    /** Share of the nodes that are reproduced exactly, 0 to 1; 1 only if file and model say the same. */
    public double score() {
        return total() == 0 ? 0 : (double) reproduced / (total() + surplus);
    }
}
