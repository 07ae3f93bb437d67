package io.greenstack.api.search;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The text that a thing was found by.
 *
 * @param field {@code name}, {@code key}, {@code unit}, {@code vendor}, {@code value}, {@code description} or {@code code}
 * @param language language of the text, absent if it has none
 * @param text the text, or the part of it around what was found
 * @param marks what of it was found
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SearchFound(String field, String language, String text, List<SearchMark> marks) {}
