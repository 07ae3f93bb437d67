package io.greenstack.descriptions.iodd.reader;

import java.util.List;

import io.greenstack.descriptions.Finding;
import io.greenstack.descriptions.iodd.model.IoddDescription;

/**
 * What came out of a main file.
 *
 * @param model the description
 * @param findings what is not as it should be, in the order of discovery
 */
public record IoddReading(IoddDescription model, List<Finding> findings) {

    public IoddReading {
        findings = List.copyOf(findings);
    }
}
