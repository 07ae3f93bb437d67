/**
 * What travels over MQTT: device ids, topics, timestamps and payloads. The readers stream, are bounded by
 * {@link io.greenstack.core.message.PayloadLimits}, and answer with a message or with a
 * {@link io.greenstack.core.message.PayloadException} that has one of the reasons of
 * {@link io.greenstack.core.message.RejectReason} - never with any other exception.
 */
package io.greenstack.core.message;
