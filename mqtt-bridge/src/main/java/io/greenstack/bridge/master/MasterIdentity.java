package io.greenstack.bridge.master;

import java.util.List;

/**
 * What a master says it is; texts are null where it does not say.
 *
 * @param ports the numbers of its ports, ascending
 */
public record MasterIdentity(String vendor, String product, String serial, String firmware, String hardware,
        List<Integer> ports) {

    public MasterIdentity {
        ports = List.copyOf(ports);
    }
}
