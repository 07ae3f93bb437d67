package io.greenstack.api.iodd.layout;

import java.util.List;

import io.greenstack.api.iodd.reader.Finding;
import io.greenstack.common.processdata.ProcessDataLayout;

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
