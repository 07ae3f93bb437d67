package io.greenstack.core.message;

/**
 * A topic taken apart.
 *
 * @param kind what the topic is for
 * @param deviceId whose it is
 */
public record DeviceTopic(TopicKind kind, DeviceId deviceId) {}
