package io.greenstack.api.source;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.greenstack.descriptions.Sparse;

/** Where a description of the catalog came from that was fetched. */
@Schema(name = "FetchedDescription")
record FetchedDescription(long descriptionId, long vendorId, long deviceId, String productName, String address,
        long ioddId, String status, Instant fetchedAt, String fetchedBy) implements Sparse {}
