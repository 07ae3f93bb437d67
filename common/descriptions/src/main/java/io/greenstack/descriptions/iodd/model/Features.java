package io.greenstack.descriptions.iodd.model;

/**
 * Features of the device, clause 7.5.2.
 *
 * @param blockParameter block parameterisation supported
 * @param dataStorage data storage supported
 * @param profileCharacteristic numbers of the supported profiles, separated by blanks; null if none
 * @param accessLocks access locks, null if none
 * @param source place in the file
 */
public record Features(Boolean blockParameter, Boolean dataStorage, String profileCharacteristic,
        SupportedAccessLocks accessLocks, Source source) implements IoddNode {}
