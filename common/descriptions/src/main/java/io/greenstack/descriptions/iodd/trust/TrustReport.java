package io.greenstack.descriptions.iodd.trust;

import java.util.List;
import java.util.Map;

/**
 * How far a stored description can be trusted: are its stamps right, what is questionable in it, and does the catalog hold
 * everything that it says.
 *
 * @param ioddVersion version of the specification, {@code 1.1} or {@code 1.0.1}
 * @param score share of the nodes of all files that can be rebuilt exactly from what the catalog stores
 * @param stamp stamp of the main file
 * @param findingCounts number of findings by severity, {@code error}, {@code warning} and {@code info}
 * @param findings findings of all files, in order of files and lines
 * @param files the main file, then the language files
 */
public record TrustReport(String ioddVersion, Score score, StampReport stamp, Map<String, Integer> findingCounts,
        List<ReportedFinding> findings, List<FileReport> files) {

    /**
     * A share that is neither rounded nor capped.
     *
     * @param reproduced nodes that are rebuilt exactly
     * @param total nodes of the files, and those that only the rebuilt files have
     * @param percent 100 * reproduced / total; 100 only if both are equal
     */
    public record Score(int reproduced, int total, double percent) {

        static Score of(int reproduced, int total) {
            return new Score(reproduced, total, total == 0 ? 0 : 100.0 * reproduced / total);
        }
    }

    /**
     * The stamp of a file (clause 7.3.4).
     *
     * @param verdict {@code matches}, {@code matches_with_crlf}, {@code matches_with_lf},
     *        {@code matches_with_byte_order_mark}, {@code matches_without_byte_order_mark}, {@code differs} or
     *        {@code no_stamp}
     * @param message the verdict in a sentence
     * @param line line of the stamp, null if there is none
     * @param stamped checksum in the stamp, null if there is none
     * @param computed checksum of the file as it stands
     * @param checkerName program that stamped it, null if not named
     * @param checkerVersion its version, null if not named
     */
    public record StampReport(String verdict, String message, Integer line, Long stamped, long computed,
            String checkerName, String checkerVersion) {}

    /**
     * A finding of the reader, of the compiler of the process data or of the checks.
     *
     * @param severity {@code error}: part of the file could not be used; {@code warning}: against the specification, but
     *        understood; {@code info}: worth knowing
     * @param code stable kebab-case code
     * @param file file it was found in
     * @param line line, from 1; null if none can be named
     * @param path where in the file
     * @param message what is wrong
     */
    public record ReportedFinding(String severity, String code, String file, Integer line, String path,
            String message) {}

    /**
     * One of the files.
     *
     * @param name file name
     * @param role {@code main} or {@code language}
     * @param language language code of a language file, null for the main file
     * @param stamp its stamp
     * @param coverage what of it the catalog holds; a file that cannot be read counts as one node that is lost
     */
    public record FileReport(String name, String role, String language, StampReport stamp, Coverage coverage) {}

    /**
     * What of a file the catalog holds. The file is rebuilt from the stored model alone and compared with the original.
     *
     * @param score share of the nodes that are rebuilt exactly, at their place and in their order
     * @param elements elements of the file
     * @param attributes attributes of the file
     * @param texts texts of the file
     * @param typed nodes that have a meaning in the model
     * @param kept nodes that are rebuilt, but that the model does not understand
     * @param surplus nodes that are rebuilt although the file does not have them
     * @param kinds every element, attribute and text that occurs, with its counts
     * @param notRepresented what the specification does not know, so that it has no place in the model but is kept
     * @param differences nodes that are not rebuilt exactly, and surplus ones
     */
    public record Coverage(Score score, int elements, int attributes, int texts, int typed, int kept, int surplus,
            List<CoverageReport.NodeKind> kinds, List<NotRepresented> notRepresented,
            List<CoverageReport.Difference> differences) {}

    /**
     * An element, attribute or text that the specification does not know.
     *
     * @param kind {@code element}, {@code attribute} or {@code text}
     * @param path where it is
     * @param line line, from 1
     * @param nodes nodes it consists of, itself included
     */
    public record NotRepresented(String kind, String path, int line, int nodes) {}
}
