package io.greenstack.api.master;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.greenstack.descriptions.Sparse;

/**
 * Another device on a port.
 *
 * @param at when that was noted
 * @param deviceBefore what hung there before, absent for nothing
 * @param deviceAfter what hangs there since, absent for nothing
 */
@Schema(name = "MasterPortChange")
record PortChangeView(Instant at, String deviceBefore, String deviceAfter) implements Sparse {}
