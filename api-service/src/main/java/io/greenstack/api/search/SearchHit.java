package io.greenstack.api.search;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A thing of a description that was found.
 *
 * @param id id of the thing; descriptions that have the same one share it
 * @param type {@code parameter}, {@code process_data}, {@code assembly}, {@code connection}, {@code enumeration},
 *        {@code event}, {@code error} or {@code menu}
 * @param match how it fits: {@code exact}, {@code prefix}, {@code word}, {@code text}, {@code typo} or {@code some}
 * @param deviceId the description that has it
 * @param deviceType kind of the description
 * @param deviceVendor its vendor
 * @param deviceName its product
 * @param deviceProductCode IO-Link device id or CIP product code
 * @param title name of the thing in the primary language
 * @param titleMarks what of it was found
 * @param tab tab of the description's page that shows it
 * @param item what the tab has to be searched for
 * @param found the text that it was found by, absent if that is its name
 * @param paramName the title again, of parameters
 * @param paramNumber index of a variable or number of a parameter
 * @param description the explanation in the primary language
 * @param helpString the same
 * @param units unit
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SearchHit(long id, String type, String match, long deviceId, String deviceType, String deviceVendor,
        String deviceName, long deviceProductCode, String title, List<SearchMark> titleMarks, String tab, String item,
        SearchFound found, String paramName, Long paramNumber, Long subindex, Long code, String description,
        String helpString, String units, String dataType, String accessRights, String minValue, String maxValue,
        String defaultValue, Map<String, String> values) {}
