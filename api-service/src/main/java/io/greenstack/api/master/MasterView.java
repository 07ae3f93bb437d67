package io.greenstack.api.master;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.greenstack.descriptions.Sparse;

/**
 * A master.
 *
 * @param id its name in the ids of its devices
 * @param name what people call it
 * @param kind what it speaks
 * @param address where it is
 * @param interval pause between the begins of two readings
 * @param enabled whether it is read
 * @param username login, absent for none
 * @param hasPassword whether a password is stored; it is never told
 * @param verifyCertificate whether somebody has to vouch for its certificate
 * @param location where it is to be found
 * @param notes what else is to be known
 * @param state how it is with it
 * @param error what is wrong, for people
 * @param since since when the state holds
 * @param lastContact when it last answered
 * @param readMs how long it last took to answer a reading of all ports
 * @param identity what it says it is
 * @param ports how many ports it has
 * @param devices on how many of them there is a device
 * @param createdAt when it was added
 * @param createdBy who added it
 * @param updatedAt when it was last changed
 * @param updatedBy who changed it
 */
@Schema(name = "Master")
record MasterView(String id, String name, MasterKind kind, String address, String interval, boolean enabled,
        String username, boolean hasPassword, boolean verifyCertificate, String location, String notes,
        MasterState state, String error, Instant since, Instant lastContact, Integer readMs,
        MasterIdentityView identity,
        int ports, int devices, Instant createdAt, String createdBy, Instant updatedAt, String updatedBy)
        implements
            Sparse {

    /**
     * What a master says it is.
     *
     * @param vendor who makes it
     * @param product product code
     * @param serial serial number
     * @param firmware release of its software
     * @param hardware release of its hardware
     */
    @Schema(name = "MasterIdentity")
    record MasterIdentityView(String vendor, String product, String serial, String firmware,
            String hardware) implements Sparse {}
}
