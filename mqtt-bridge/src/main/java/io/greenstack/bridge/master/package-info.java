/**
 * IO-Link masters that the suite reads and writes by itself. One bridge at a time runs them all ({@link
 * io.greenstack.bridge.master.MasterFleet}); each has a runner that reads it and an adapter that speaks its language. Readings go out
 * as those of any device, commands and wanted values come as to any device; nothing is decoded in an adapter.
 */
package io.greenstack.bridge.master;
