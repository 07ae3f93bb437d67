/** Sparkplug B as a host that writes: whether the suite is there, commands and wanted values for devices behind edge nodes. */
package io.greenstack.bridge.sparkplug;
