package io.greenstack.descriptions.iodd.model;

/**
 * Profile header, clause 7.4; each part may be absent.
 *
 * @param identification profile
 * @param revision revision of the IODD specification, {@code 1.1}
 * @param name name of the profile
 * @param profileSource publisher
 * @param classId class of the profile
 * @param iso15745 reference to ISO 15745
 * @param source place in the file
 */
public record ProfileHeader(TextElement identification, TextElement revision, TextElement name,
        TextElement profileSource, TextElement classId, Iso15745Reference iso15745,
        Source source) implements IoddNode {}
