package io.greenstack.api.master;

import io.greenstack.platform.master.MasterConfig;

/**
 * A master as it is stored.
 *
 * @param config what the bridge has to know
 * @param enabled whether it is read
 */
record StoredMaster(MasterConfig config, String name, boolean enabled, String location, String notes) {

    String id() {
        return config.id();
    }
}
