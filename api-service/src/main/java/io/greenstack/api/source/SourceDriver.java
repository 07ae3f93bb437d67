package io.greenstack.api.source;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.greenstack.descriptions.Sparse;

/**
 * A description that the library has.
 *
 * @param vendorId IO-Link vendor id
 * @param deviceId IO-Link device id
 * @param ioddId number of the package in the library
 * @param vendorName maker
 * @param productName product
 * @param productId order number or the like
 * @param ioLinkRevision such as 1.1
 * @param version of the document
 * @param status in the library, such as APPROVED
 * @param uploadedAt when the library got it
 */
@Schema(name = "SourceDriver")
record SourceDriver(long vendorId, long deviceId, long ioddId, String vendorName, String productName, String productId,
        String ioLinkRevision, String version, String status, Instant uploadedAt) implements Sparse {}
