package io.greenstack.descriptions.eds.reader;

import java.util.IdentityHashMap;
import java.util.Map;

import io.greenstack.descriptions.eds.layout.AssemblyWalker;
import io.greenstack.descriptions.eds.layout.Placement;
import io.greenstack.descriptions.eds.model.EdsAssembly;
import io.greenstack.descriptions.eds.model.EdsIndex;

/** Places every assembly once, up to a number of members in all that no real file comes near. */
final class PlacementCache {

    private static final int MEMBERS = 500_000;

    private final EdsIndex index;
    private final Map<EdsAssembly, Placement> placements = new IdentityHashMap<>();
    private int members;

    PlacementCache(EdsIndex index) {
        this.index = index;
    }

    /** The members of an assembly with their places, null if there were too many in the others already. */
    Placement place(EdsAssembly assembly) {
        Placement placement = placements.get(assembly);
        if (placement == null && members < MEMBERS) {
            placement = AssemblyWalker.place(index, assembly);
            members += placement.members().size() + 1;
            placements.put(assembly, placement);
        }
        return placement;
    }
}
