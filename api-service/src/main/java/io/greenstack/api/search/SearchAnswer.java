package io.greenstack.api.search;

import java.util.List;
import java.util.Map;

import io.greenstack.descriptions.Sparse;

/**
 * What was found, each list with the best first.
 *
 * @param query what was asked
 * @param corrected what it was taken for, absent if as it was asked
 * @param edsDevices EDS files that fit by themselves
 * @param ioddDevices IODD files that do
 * @param otherDescriptions descriptions of other formats that do
 * @param devices registered devices
 * @param parameters parameters and record items
 * @param processData items of the process data
 * @param enums values with a meaning
 * @param totalResults number of results in this answer
 * @param hasMore whether any list goes on
 * @param more names of the lists that go on
 * @param facets absent if they were not asked for
 */
record SearchAnswer(String query, String corrected, List<DescriptionHit> edsDevices, List<DescriptionHit> ioddDevices,
        List<DescriptionHit> otherDescriptions, List<DeviceHit> devices, List<SearchHit> parameters,
        List<SearchHit> processData, List<SearchHit> assemblies, List<SearchHit> connections, List<SearchHit> enums,
        List<SearchHit> events, List<SearchHit> errors, List<SearchHit> menus, int totalResults, boolean hasMore,
        List<String> more, SearchFacets facets) implements Sparse {

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
    record DescriptionHit(long id, String type, String match, String vendorName, String productName, String productId,
            Long productCode, long vendorId, long deviceId, String revision, String description,
            List<SearchMark> titleMarks, SearchFound found) implements Sparse {}

    /** A registered device that was found by its id, name, serial number, labels, location or notes. */
    record DeviceHit(String deviceId, String name, String location, Long descriptionId, List<SearchMark> titleMarks,
            SearchFound found) implements Sparse {}

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
    record SearchHit(long id, String type, String match, long deviceId, String deviceType, String deviceVendor,
            String deviceName, long deviceProductCode, String title, List<SearchMark> titleMarks, String tab,
            String item,
            SearchFound found, String paramName, Long paramNumber, Long subindex, Long code, String description,
            String helpString, String units, String dataType, String accessRights, String minValue, String maxValue,
            String defaultValue, Map<String, String> values) implements Sparse {}

    /**
     * The text that a thing was found by.
     *
     * @param field {@code name}, {@code key}, {@code unit}, {@code vendor}, {@code value}, {@code description} or {@code code}
     * @param language language of the text, absent if it has none
     * @param text the text, or the part of it around what was found
     * @param marks what of it was found
     */
    record SearchFound(String field, String language, String text, List<SearchMark> marks) implements Sparse {}

    /**
     * What of a text was found.
     *
     * @param start its first character, counted from 0 in UTF-16 units as JavaScript does
     * @param end behind its last character
     */
    record SearchMark(int start, int end) {}

    /**
     * The descriptions that fit or have things that do.
     *
     * @param descriptions how many there are
     * @param complete false if so much fits that not all of it was counted
     * @param kind by format
     * @param vendor by vendor, the most frequent ones
     * @param revision by IO-Link revision
     * @param feature by what they support
     */
    record SearchFacets(long descriptions, boolean complete, List<FacetCount> kind, List<FacetCount> vendor,
            List<FacetCount> revision, List<FacetCount> feature) {}

    /** How many descriptions have a value of a facet. */
    record FacetCount(String value, long count) {}
}
