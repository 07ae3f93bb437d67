/** Connection states of devices: their status messages and last wills, kept in the hash {@code device:shadow:{id}}. */
package io.greenstack.bridge.status;
