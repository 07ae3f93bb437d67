package io.greenstack.descriptions.iodd.model;

/**
 * Which access locks the device has.
 *
 * @param parameter lock for parameter access
 * @param dataStorage lock for data storage
 * @param localParameterization lock for local parameterisation
 * @param localUserInterface lock for the local user interface
 * @param source place in the file
 */
public record SupportedAccessLocks(Boolean parameter, Boolean dataStorage, Boolean localParameterization,
        Boolean localUserInterface, Source source) implements IoddNode {}
