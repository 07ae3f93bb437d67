package io.greenstack.descriptions.iodd.reader;

import java.util.List;

import io.greenstack.descriptions.Finding;
import io.greenstack.descriptions.iodd.model.ExternalTextDocument;

/**
 * What came out of a language file.
 *
 * @param document the texts
 * @param findings what is not as it should be, in the order of discovery
 */
public record LanguageReading(ExternalTextDocument document, List<Finding> findings) {

    public LanguageReading {
        findings = List.copyOf(findings);
    }
}
