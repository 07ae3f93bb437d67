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
 */
public record IoDevice(String schemaLocation, DocumentInfo documentInfo, ProfileHeader profileHeader,
        ProfileBody profileBody, CommNetworkProfile commNetworkProfile, ExternalTextCollection texts,
        IoddList<Unit> units, Stamp stamp, Source source) implements IoddNode {

    /**
     * Profile header, clause 7.4; each part may be absent.
     *
     * @param identification profile
     * @param revision revision of the IODD specification, {@code 1.1}
     * @param name name of the profile
     * @param profileSource publisher
     * @param classId class of the profile
     * @param iso15745 reference to ISO 15745
     */
    public record ProfileHeader(TextElement identification, TextElement revision, TextElement name,
            TextElement profileSource, TextElement classId, Iso15745Reference iso15745,
            Source source) implements IoddNode {}

    /**
     * A unit.
     *
     * @param code unit code
     * @param abbr symbol
     * @param textId text id of the name
     */
    public record Unit(Integer code, String abbr, String textId, Source source) implements IoddNode {}

    /**
     * Reference to ISO 15745.
     *
     * @param technology profile technology
     */
    public record Iso15745Reference(TextElement part, TextElement edition, TextElement technology,
            Source source) implements IoddNode {}
}
