package io.greenstack.descriptions.eds.reader;

import java.util.List;

import io.greenstack.descriptions.LargeFiles;
import io.greenstack.descriptions.eds.model.EdsFile;
import io.greenstack.descriptions.eds.model.EdsFinding;
import io.greenstack.descriptions.eds.model.EdsToken;

/** Reads EtherNet/IP EDS files. */
public final class EdsReader {

    private EdsReader() {}

    /**
     * Reads and checks a file. Damaged entries are kept and reported, only what is no EtherNet/IP EDS file at all is
     * refused.
     *
     * @param file the octets of the file
     * @param limits what it may have at most
     * @throws EdsException if the file is refused
     */
    public static EdsReading read(byte[] file, EdsLimits limits) {
        if (file.length > limits.maxBytes()) {
            throw new EdsException(EdsException.TOO_LARGE, 0, 0, "The file has " + file.length + " octets; at most "
                    + limits.maxBytes() + " are accepted");
        }
        FormatSniffer.refuseOthers(file);
        return LargeFiles.read(file.length, () -> understand(file, limits));
    }

    private static EdsReading understand(byte[] file, EdsLimits limits) {
        EdsFindings findings = new EdsFindings(limits.maxFindings());
        SourceText source = SourceText.decode(file);
        List<EdsToken> tokens = new EdsLexer(source.text(), limits, findings).tokens();
        EdsSyntax syntax = new EdsSyntax(tokens, limits, findings);
        syntax.parse();
        if (syntax.sections().isEmpty()) {
            throw new EdsException(EdsException.NOT_EDS, 1, 1, "No section such as [File] or [Device] was found");
        }
        EdsFile model = new EdsGrammar(source.format(), syntax.preamble(), syntax.sections(), findings).file();
        EdsChecker.check(model, findings);
        return new EdsReading(model, findings.sorted());
    }

    /** Reads and checks a file with the default limits. */
    public static EdsReading read(byte[] file) {
        return read(file, EdsLimits.DEFAULT);
    }

    /**
     * What reading a file gave.
     *
     * @param model the file
     * @param findings what is wrong or odd with it, in line order
     */
    public record EdsReading(EdsFile model, List<EdsFinding> findings) {

        public EdsReading {
            findings = List.copyOf(findings);
        }

        /** What is worth keeping: of a large file without the entries as they stand, which are most of it. */
        public EdsReading kept(int octets) {
            return !LargeFiles.isLarge(octets) ? this : new EdsReading(model.withoutEntries(), findings);
        }
    }
}
