package io.greenstack.descriptions.eds.layout;

import java.util.List;

import io.greenstack.core.processdata.ProcessDataLayout;
import io.greenstack.descriptions.eds.model.EdsFinding;

/**
 * A layout and what had to be assumed for it.
 *
 * @param layout the layout
 * @param findings what is wrong with the assemblies, or was assumed
 */
public record CompiledLayout(ProcessDataLayout layout, List<EdsFinding> findings) {

    public CompiledLayout {
        findings = List.copyOf(findings);
    }
}
