/** Commands to devices: queued in the database, sent by the bridge, answered by the device or timed out. */
package io.greenstack.api.command;
