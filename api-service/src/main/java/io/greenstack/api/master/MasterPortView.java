package io.greenstack.api.master;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.greenstack.descriptions.Sparse;

/**
 * A port of a master.
 *
 * @param port its number
 * @param mode what it is used for
 * @param deviceId the device on it, as it is registered; absent where there is none
 * @param deviceName what people call that device
 * @param vendorId vendor id of the device
 * @param iolinkDeviceId device id of its type
 * @param product what it calls itself
 * @param serial its serial number
 * @param descriptionId the description by which it is decoded, absent where it is missing
 * @param descriptionProduct product of that description
 * @param cycleUs length of a cycle of the port in microseconds
 * @param readings how often it gave valid process data since the bridge began to read it
 * @param invalid how often it gave invalid process data since then
 * @param since when this device was first seen on the port, or was last seen there where there is none
 */
@Schema(name = "MasterPort")
record MasterPortView(int port, String mode, String deviceId, String deviceName, Long vendorId, Long iolinkDeviceId,
        String product, String serial, Long descriptionId, String descriptionProduct, Long cycleUs, long readings,
        long invalid, Instant since) implements Sparse {}
