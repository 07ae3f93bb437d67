/**
 * Compiles the process-data layout of a device from its description: which bits are which value, in which scale and
 * unit, under which conditions. Plain Java, no framework.
 */
package io.greenstack.descriptions.iodd.layout;
