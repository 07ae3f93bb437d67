package io.greenstack.api.event;

import java.time.Instant;

import io.greenstack.descriptions.Sparse;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * An event for people.
 *
 * @param id number of the event; later ones have larger numbers
 * @param deviceId the device
 * @param code event code, 0 to 65535
 * @param codeHex the same as manuals print it, {@code 0x8D01}
 * @param mode {@code appears}, {@code disappears} or {@code singleshot}
 * @param type {@code notification}, {@code warning} or {@code error}: as the device says, else as its description does
 * @param name what it is called, absent if neither the description nor the standard knows it
 * @param description what it means and what helps, absent if unknown
 * @param source where the texts are from: {@code description} or {@code standard}
 * @param occurredAt when it happened
 * @param receivedAt when it was received
 * @param clockAheadMs by how many milliseconds the clock of the device was ahead: it happened when it was received; absent if it
 *        was right
 * @param active whether it has appeared and not disappeared since
 */
@RegisterForReflection
record EventView(long id, String deviceId, int code, String codeHex, String mode, String type, String name,
        String description, String source, Instant occurredAt, Instant receivedAt, Long clockAheadMs,
        boolean active) implements Sparse {}
