package io.greenstack.loadtest.check;

/**
 * A message of a device of the run that a service set aside.
 *
 * @param id of the entry
 */
public record DeadLettered(String service, String id, String device, String topic, String reason, String detail) {}
