package io.greenstack.descriptions.iodd.model;

/**
 * Body of the profile, clause 7.5.
 *
 * @param identity who made what
 * @param function what it does
 */
public record ProfileBody(DeviceIdentity identity, DeviceFunction function, Source source) implements IoddNode {}
