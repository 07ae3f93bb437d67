/** Gateways that speak JSON for IO-Link of the IO-Link Community. */
package io.greenstack.bridge.master.jsoniolink;
