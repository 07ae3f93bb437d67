/**
 * What the IODD specification defines for all devices: standard variables, units, error types, events and their texts,
 * of IODD 1.1 and 1.0.1; and the view of a description in which references to them are resolved. The facts are in
 * resource files of our own wording. Plain Java, no framework.
 */
package io.greenstack.descriptions.iodd.standard;
