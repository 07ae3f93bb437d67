package io.greenstack.edge.lane;

import java.util.List;

/** Says which lanes a service has. A bean of the service. */
@FunctionalInterface
public interface LanePlan {

    /** The lanes; the same ones at every call. */
    List<Lane> lanes();
}
