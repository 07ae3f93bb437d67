/** What becomes of the messages of a batch, and the dead letters among them. */
package io.greenstack.bridge.outcome;
