package io.greenstack.descriptions.iodd.layout;

import java.util.List;

import io.greenstack.core.processdata.ProcessDataLayout;
import io.greenstack.descriptions.Finding;

/**
 * A compiled layout.
 *
 * @param layout the layout; it always passes the decoder's checks
 * @param findings what of the process data could not be used, or is ambiguous
 */
public record LayoutCompilation(ProcessDataLayout layout, List<Finding> findings) {

    public LayoutCompilation {
        findings = List.copyOf(findings);
    }
}
