package io.greenstack.api.search;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A description that was found.
 *
 * @param id catalog id
 * @param type kind
 * @param match how it fits: {@code exact}, {@code prefix}, {@code word}, {@code text}, {@code typo} or {@code some}
 * @param productId product ids or catalog number
 * @param productCode CIP product code, absent for other kinds
 * @param deviceId IO-Link device id or CIP product code
 * @param revision revision of the device or version of the file
 * @param description the explanation in the primary language
 * @param titleMarks what of the product's name was found
 * @param found the text that it was found by, absent if that is its name
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DescriptionHit(long id, String type, String match, String vendorName, String productName, String productId,
        Long productCode, long vendorId, long deviceId, String revision, String description,
        List<SearchMark> titleMarks, SearchFound found) {}
