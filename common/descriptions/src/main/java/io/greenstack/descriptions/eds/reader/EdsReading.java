package io.greenstack.descriptions.eds.reader;

import java.util.List;

import io.greenstack.descriptions.eds.model.EdsFile;
import io.greenstack.descriptions.eds.model.EdsFinding;

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
}
