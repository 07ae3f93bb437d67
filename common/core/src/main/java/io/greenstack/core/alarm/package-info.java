/**
 * Alarms as rules make them, in the words of ISA-18.2 and IEC 62682: compiled rules on their way to the bridge, and the evaluation of
 * what a device says, which is a function of rule, state and observation. Times are milliseconds since 1970.
 */
package io.greenstack.core.alarm;
