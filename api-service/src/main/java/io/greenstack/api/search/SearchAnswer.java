package io.greenstack.api.search;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

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
@JsonInclude(JsonInclude.Include.NON_NULL)
record SearchAnswer(String query, String corrected, List<DescriptionHit> edsDevices, List<DescriptionHit> ioddDevices,
        List<DescriptionHit> otherDescriptions, List<DeviceHit> devices, List<SearchHit> parameters,
        List<SearchHit> processData, List<SearchHit> assemblies, List<SearchHit> connections, List<SearchHit> enums,
        List<SearchHit> events, List<SearchHit> errors, List<SearchHit> menus, int totalResults, boolean hasMore,
        List<String> more, SearchFacets facets) {}
