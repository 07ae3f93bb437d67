package io.greenstack.bridge.telemetry;

import io.greenstack.core.processdata.Direction;

/**
 * Process data as the device sent it.
 *
 * @param direction which process data
 * @param hex the octets in upper-case hexadecimal digits
 * @param valid whether the device said that they are valid
 */
record RawOctets(Direction direction, String hex, boolean valid) {}
