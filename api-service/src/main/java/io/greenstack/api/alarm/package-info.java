/**
 * Alarms, in the words of ISA-18.2 and IEC 62682: made of events of devices and by rules, acknowledged and shelved by people, listed,
 * streamed and kept.
 */
package io.greenstack.api.alarm;
