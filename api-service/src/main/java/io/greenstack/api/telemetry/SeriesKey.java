package io.greenstack.api.telemetry;

/**
 * What tells series apart.
 *
 * @param deviceId device
 * @param parameter parameter key
 * @param unit unit symbol, null if none
 */
record SeriesKey(String deviceId, String parameter, String unit) {}
