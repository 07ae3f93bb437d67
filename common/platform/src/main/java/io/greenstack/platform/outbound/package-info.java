/**
 * Messages that the api-service wants published over MQTT. They travel through a Redis stream to mqtt-bridge, which
 * removes one only after the broker has acknowledged it.
 */
package io.greenstack.platform.outbound;
