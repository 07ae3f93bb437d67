package io.greenstack.descriptions.eds.view;

import java.util.List;

import io.greenstack.descriptions.eds.model.EdsFile.EdsPort;

/**
 * Ports of a device.
 *
 * @param explicitPorts entries of section [Port]
 * @param inferredPorts ports that names of parameters and assemblies speak of: {@code Port X3}, {@code Channel 2}
 * @param portParameters the first of the parameters that belong to inferred ports
 */
public record PortsView(List<EdsPort> explicitPorts, int explicitPortCount, List<InferredPort> inferredPorts,
        int inferredPortCount, List<PortParameter> portParameters, int portParameterCount, int totalAssemblies,
        int totalParameters, boolean hasPortData) {

    /** A port that names speak of. */
    public record InferredPort(String portName, List<Integer> paramNumbers, List<Integer> assemblyNumbers) {}

    /** A parameter of an inferred port. */
    public record PortParameter(int paramNumber, String paramName, String portName) {}
}
