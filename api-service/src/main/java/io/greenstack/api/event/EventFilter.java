package io.greenstack.api.event;

import java.time.Instant;

import io.greenstack.core.message.EventMessage;

/**
 * Which events are wanted; null = any.
 *
 * @param deviceId the device
 * @param code event code
 * @param type how severe
 * @param active true = only those that have appeared and not disappeared since
 * @param from the earliest time
 * @param to the first time that is too late
 */
record EventFilter(String deviceId, Integer code, EventMessage.Type type, Boolean active, Instant from, Instant to) {}
