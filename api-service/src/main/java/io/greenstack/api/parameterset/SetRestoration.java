package io.greenstack.api.parameterset;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.greenstack.descriptions.Sparse;

/**
 * What became of a set that was restored into a device.
 *
 * @param deviceId device
 * @param wanted how many values the device is wanted to have now
 * @param readOnly how many values of the set cannot be written
 * @param leftOut values that the device can never take, with the reason
 * @param version version of the twin with the wanted values
 */
@Schema(name = "ParameterSetRestoration")
record SetRestoration(String deviceId, int wanted, int readOnly, List<LeftOutValue> leftOut, long version) {

    /**
     * A value that was left out.
     *
     * @param parameterId id of the parameter
     * @param subindex item of a record, 0 for a parameter of one value
     * @param name its name in the set
     * @param code why, such as {@code unknown-parameter}
     * @param reason the same for people
     */
    record LeftOutValue(String parameterId, int subindex, String name, String code,
            String reason) implements Sparse {}
}
