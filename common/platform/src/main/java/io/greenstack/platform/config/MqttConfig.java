package io.greenstack.platform.config;

import java.time.Duration;
import java.util.Optional;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The broker and the intake from it. Every key has its default in {@code microprofile-config.properties}. */
@ConfigMapping(prefix = "greenstack.mqtt")
public interface MqttConfig {

    /** Broker as host:port; an IPv6 address in brackets. */
    String broker();

    /** User name; unset for anonymous. */
    Optional<String> username();

    /** Password of the user. */
    Optional<String> password();

    /** Whether to use TLS, with host name verification. */
    boolean tls();

    /** Path of a PEM file with the CA to trust; unset trusts the JVM's list. */
    Optional<String> trustCertificate();

    /** Client id, fixed per replica, since the broker keeps the session under it. */
    String clientId();

    /** Group of a shared subscription among replicas; unset for a plain subscription. */
    Optional<String> sharedGroup();

    /** Name of this service, which becomes part of the name of its group: what is shared is shared by the replicas of one service. */
    String service();

    /** Whether a replica that stops also ends its session with the broker; only with a {@link #sharedGroup}. */
    @WithDefault("never")
    Leave leave();

    /** First level of every topic. */
    String topicPrefix();

    /** Originator of JSON-for-IO-Link masters to listen to as well, or {@code +} for all; unset for none. */
    Optional<String> iolinkOriginator();

    /** Whether the originator becomes part of the device id, because several masters use the same aliases. */
    boolean iolinkWithOriginator();

    /** Longest silence towards the broker. */
    Duration keepAlive();

    /** Time allowed from the TCP connect until the SUBACK. */
    Duration connectTimeout();

    /** Largest packet that is decoded at first try. */
    MemorySize maxMessageSize();

    /** First wait before a reconnect. */
    Duration backoffMin();

    /** Longest wait before a reconnect. */
    Duration backoffMax();

    /** When a replica that stops leaves for good. */
    enum Leave {
        /** Its session waits for it. */
        NEVER,
        /** If its client id ends with a number from 1 on: replica 0 stays, and takes what comes meanwhile. */
        SCALED,
        /** At every stop. When no other replica is there, what comes meanwhile is lost. */
        ALWAYS
    }

    /** Bounds and batches. */
    Ingress ingress();

    /** How much is held in memory and how batches are cut. */
    interface Ingress {

        /** Messages held at which reading from the broker is suspended. */
        int queueMessages();

        /** Bytes held at which reading from the broker is suspended. */
        MemorySize queueSize();

        /** Most messages in one batch. */
        int batchMessages();

        /** Longest wait for a batch to fill. */
        Duration linger();

        /** Batches handled at the same time; 1 keeps the order of messages. */
        int batchesInFlight();

        /** First wait before a batch is repeated. */
        Duration retryMin();

        /** Longest wait before a batch is repeated. */
        Duration retryMax();

        /** Longest time for finishing what is held when the service stops. */
        Duration drainTimeout();
    }
}
