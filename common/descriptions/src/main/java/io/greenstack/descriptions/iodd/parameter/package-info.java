/**
 * Values of device parameters (ISDU variables): what a variable is, which values it takes, and how they become octets.
 * {@link io.greenstack.descriptions.iodd.parameter.ParameterCatalog}, {@link io.greenstack.descriptions.iodd.parameter.ParameterValidator} and
 * {@link io.greenstack.descriptions.iodd.parameter.ParameterCodec} are plain Java over the model of a description;
 * {@link io.greenstack.api.iodd.parameter.ParameterService} does it for stored descriptions.
 */
package io.greenstack.descriptions.iodd.parameter;
