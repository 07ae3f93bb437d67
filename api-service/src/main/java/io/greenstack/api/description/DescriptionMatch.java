package io.greenstack.api.description;

import java.util.List;

/**
 * A description that answers to an identity.
 *
 * @param id its id
 * @param vendorName vendor, may be null
 * @param productIds product ids of its variants
 * @param revision {@code major.minor} of the device (EDS), null if it has none
 */
public record DescriptionMatch(long id, String vendorName, List<String> productIds, String revision) {}
