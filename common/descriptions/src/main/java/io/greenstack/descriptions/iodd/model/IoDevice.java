package io.greenstack.descriptions.iodd.model;

/**
 * The root element {@code IODevice}, clause 7.1.
 *
 * @param schemaLocation {@code xsi:schemaLocation}, null if none
 * @param documentInfo document information, null if none
 * @param profileHeader profile header, null if none
 * @param profileBody identity and functions
 * @param commNetworkProfile communication, null if none
 * @param texts texts, null if none
 * @param units own units, null if none
 * @param stamp stamp, null if none
 * @param source place in the file
 */
public record IoDevice(String schemaLocation, DocumentInfo documentInfo, ProfileHeader profileHeader,
        ProfileBody profileBody, CommNetworkProfile commNetworkProfile, ExternalTextCollection texts,
        UnitCollection units, Stamp stamp, Source source) implements IoddNode {}
