/**
 * Values of device parameters (ISDU variables): what a variable is, which values it takes, and how they become octets.
 * {@link io.greenstack.api.iodd.parameter.ParameterCatalog}, {@link io.greenstack.api.iodd.parameter.ParameterValidator} and
 * {@link io.greenstack.api.iodd.parameter.ParameterCodec} are plain Java over the model of a description;
 * {@link io.greenstack.api.iodd.parameter.ParameterService} does it for stored descriptions.
 */
package io.greenstack.api.iodd.parameter;
