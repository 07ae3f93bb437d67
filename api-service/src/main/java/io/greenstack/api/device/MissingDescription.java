package io.greenstack.api.device;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A description that devices wait for: import its file and they are bound.
 *
 * @param kind kind of file
 * @param vendorId IO-Link vendor id or CIP vendor code
 * @param deviceId IO-Link device id or CIP product code
 * @param productIds product ids that the devices gave
 * @param devices how many devices wait
 * @param examples ids of some of them
 * @param since first registration of any of them
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record MissingDescription(String kind, long vendorId, long deviceId, List<String> productIds,
        long devices, List<String> examples, Instant since) {}
