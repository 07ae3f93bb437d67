package io.greenstack.api.search;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/** A registered device that was found by its id, name, serial number, labels, location or notes. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeviceHit(String deviceId, String name, String location, Long descriptionId, List<SearchMark> titleMarks,
        SearchFound found) {}
