/** Releases of a device's description: which there are, which is the newest, and which devices use which. */
package io.greenstack.api.releases;
