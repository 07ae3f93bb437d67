package io.greenstack.descriptions.eds.model;

/**
 * Section [ParamClass]: the class attributes of the Parameter object.
 *
 * @param maxInstance {@code MaxInst}, null if missing
 * @param descriptor {@code Descriptor}, null if missing
 * @param configurationAssembly {@code CfgAssembly}, null if missing
 */
public record ParameterClass(Long maxInstance, Integer descriptor, Integer configurationAssembly) {}
