package io.greenstack.bridge.dialect.sparkplug;

import java.util.Optional;

import io.greenstack.core.message.DeviceId;
import io.smallrye.mutiny.Uni;

/** Finds the birth certificate of a device, whichever bridge heard it. */
public interface SparkplugBirths {

    /** Empty for a device that is behind no edge node, or whose birth is not known; fails while the store is away. */
    Uni<Optional<Born>> find(DeviceId device);

    /**
     * A birth certificate.
     *
     * @param place where the device is
     * @param birth payload of its NBIRTH or DBIRTH
     */
    record Born(SparkplugPlace place, byte[] birth) {}
}
