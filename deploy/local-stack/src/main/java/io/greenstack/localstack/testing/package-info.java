/**
 * Embedded servers for tests: Quarkus test resources that start one server of a kind for a whole test JVM, and a small
 * MQTT client.
 */
package io.greenstack.localstack.testing;
