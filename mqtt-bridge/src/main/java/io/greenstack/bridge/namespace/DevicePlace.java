package io.greenstack.bridge.namespace;

import java.util.Map;

/**
 * Where a device is.
 *
 * @param name name for people, null if none
 * @param location as people wrote it, null if none; slashes part levels
 * @param labels its labels
 */
record DevicePlace(String name, String location, Map<String, String> labels) {

    /** Of a device of which nothing is known. */
    static final DevicePlace NONE = new DevicePlace(null, null, Map.of());
}
