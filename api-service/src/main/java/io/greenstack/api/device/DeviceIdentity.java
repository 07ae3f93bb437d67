package io.greenstack.api.device;

import com.fasterxml.jackson.annotation.JsonIgnore;

import io.greenstack.descriptions.Sparse;

/**
 * What a device says it is. Every member may be absent.
 *
 * @param kind which kind of description it has
 * @param vendorId IO-Link vendor id or CIP vendor code
 * @param deviceId IO-Link device id or CIP product code
 * @param revision IO-Link revision, or CIP revision {@code major.minor}
 * @param productId IO-Link product id or catalog number
 * @param serial serial number
 */
record DeviceIdentity(String kind, Long vendorId, Long deviceId, String revision, String productId,
        String serial) implements Sparse {

    /** A device that said nothing. */
    public static final DeviceIdentity NONE = new DeviceIdentity(null, null, null, null, null, null);

    /** Whether a description can be looked for. */
    @JsonIgnore
    public boolean matchable() {
        return kind != null && vendorId != null && deviceId != null;
    }
}
