package io.greenstack.api.source;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.greenstack.descriptions.Sparse;

/**
 * A description that devices wait for, and what was tried to get it.
 *
 * @param vendorId IO-Link vendor id
 * @param deviceId IO-Link device id
 * @param devices how many devices wait
 * @param state how far it is
 * @param code stable reason, absent if there is none
 * @param detail the reason for a person
 * @param tries how often it was tried
 * @param triedAt when it was last tried
 * @param nextTryAt when it is tried again, absent if it is due
 */
@Schema(name = "MissingFetch")
record MissingFetch(long vendorId, long deviceId, long devices, FetchState state, String code, String detail, int tries,
        Instant triedAt, Instant nextTryAt) implements Sparse {}
