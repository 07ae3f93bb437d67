package io.greenstack.api.search;

/**
 * What of a text was found.
 *
 * @param start its first character, counted from 0 in UTF-16 units as JavaScript does
 * @param end behind its last character
 */
record SearchMark(int start, int end) {}
