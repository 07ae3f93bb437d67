package io.greenstack.api.export;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import io.greenstack.descriptions.Sparse;

/**
 * The parameters of a description with the values that a device has.
 *
 * @param format what this is, {@code greenstack-parameter-set-1}
 * @param descriptionId description
 * @param kind format of the description
 * @param vendorId vendor
 * @param vendorName vendor, absent if the file names none
 * @param deviceTypeId IO-Link device id or CIP product code
 * @param productName product
 * @param deviceId device whose values these are, absent in a set of a description
 * @param madeAt when it was made
 * @param parameters in the order of the description; a record has one for each item
 */
public record ParameterSet(String format, long descriptionId, String kind, long vendorId, String vendorName,
        long deviceTypeId, String productName, String deviceId, Instant madeAt,
        List<SetValue> parameters) implements Sparse {

    /**
     * A value.
     *
     * @param name name of the parameter
     * @param item name of the item of a record, absent for a parameter of one value
     * @param parameterId id by which a twin names it
     * @param index ISDU index or EDS parameter number
     * @param subindex item of a record, 0 for a parameter of one value
     * @param dataType data type
     * @param accessRights {@code ro} or {@code rw}
     * @param unit unit of the value as screens show it; the values here are raw
     * @param value what the device has: reported, else wanted, else the default; absent if nothing is known
     * @param source {@code reported}, {@code desired}, {@code default}, or absent with the value
     * @param desiredValue what is wanted, absent if nothing is
     * @param reportedValue what the device reports, absent if it does not
     * @param defaultValue default as written in the file
     */
    public record SetValue(String name, String item, String parameterId, Integer index, int subindex, String dataType,
            String accessRights, String unit, JsonNode value, String source,
            JsonNode desiredValue,
            JsonNode reportedValue, String defaultValue) implements Sparse {}
}
