/** Plausible values of a device that does not exist, out of the compiled layout of its description. */
package io.greenstack.core.simulation;
