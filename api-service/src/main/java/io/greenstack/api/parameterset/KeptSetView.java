package io.greenstack.api.parameterset;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.greenstack.descriptions.Sparse;

/**
 * A parameter set that is kept, without its values.
 *
 * @param id number
 * @param name what people call it
 * @param notes what else is to be known
 * @param source where it is from
 * @param kind format of the description that its parameters are of
 * @param vendorId vendor of the device
 * @param deviceTypeId IO-Link device id or CIP product code
 * @param vendorName name of the vendor
 * @param productName product
 * @param deviceId device that had these values, absent where that is not known
 * @param values how many values it has
 * @param createdAt when it was saved or imported
 * @param createdBy who did that
 */
@Schema(name = "KeptParameterSet")
record KeptSetView(long id, String name, String notes, KeptSetSource source, String kind, long vendorId,
        long deviceTypeId, String vendorName, String productName, String deviceId, int values, Instant createdAt,
        String createdBy) implements Sparse {}
