package io.greenstack.api.description;

import io.greenstack.descriptions.FileRole;
import io.greenstack.descriptions.Sparse;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A stored file as lists show it.
 *
 * @param id id within all files
 * @param descriptionId description it belongs to
 * @param role what it is
 * @param name file name
 * @param purpose for images: what it shows
 * @param mediaType media type
 * @param byteSize octets
 * @param sha256 hash of its octets
 */
@RegisterForReflection
public record FileSummary(long id, long descriptionId, FileRole role, String name, String purpose, String mediaType,
        long byteSize, String sha256) implements Sparse {}
