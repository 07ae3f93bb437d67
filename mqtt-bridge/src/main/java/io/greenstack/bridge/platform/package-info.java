/** What holds the bridge together: lanes from the broker, outcomes of batches, health. */
package io.greenstack.bridge.platform;
