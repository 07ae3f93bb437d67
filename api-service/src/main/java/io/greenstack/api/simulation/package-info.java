/** Simulated devices: made of any description, they speak through the real broker as a device would. */
package io.greenstack.api.simulation;
