package io.greenstack.bridge.master;

import java.util.Map;
import java.util.function.Function;

import io.greenstack.platform.master.MasterConfig;

/**
 * Makes the adapter of a master.
 *
 * @param byKind what makes adapters, by the kind of master
 */
public record AdapterFactory(Map<String, Function<MasterConfig, MasterAdapter>> byKind) {

    public AdapterFactory {
        byKind = Map.copyOf(byKind);
    }

    /** @throws AdapterException when there is none of that kind, or the settings of the master are not right */
    MasterAdapter adapter(MasterConfig master) {
        Function<MasterConfig, MasterAdapter> maker = byKind.get(master.kind());
        if (maker == null) {
            throw new AdapterException(AdapterException.Kind.REFUSED, "unknown-kind",
                    "This mqtt-bridge has no adapter for masters of the kind " + master.kind());
        }
        return maker.apply(master);
    }
}
