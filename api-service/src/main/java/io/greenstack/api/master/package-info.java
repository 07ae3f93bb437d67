/**
 * IO-Link masters: where they are and how they are read, what the bridge that runs them says of them and of their ports. The bridge
 * gets them through Redis; see docs/masters.md.
 */
package io.greenstack.api.master;
