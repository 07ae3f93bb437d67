package io.greenstack.api.alarm.notice;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How people are told of alarms. */
@ConfigMapping(prefix = "greenstack.alarms.notices")
interface NoticeSettings {

    /** Time between two looks for what is to be told. */
    @WithDefault("1s")
    Duration every();

    /** How often a message is tried. */
    @WithDefault("8")
    int tries();

    /** Pause after the first failure; each further one is three times as long. */
    @WithDefault("5s")
    Duration retryMin();

    /** Longest pause after a failure. */
    @WithDefault("15m")
    Duration retryMax();

    /** That an alarm went is told after this time, so that one which comes again at once is not told twice. */
    @WithDefault("10s")
    Duration settledAfter();

    /** How long it is kept what was told. */
    @WithDefault("90d")
    Duration retention();

    /** Webhooks. */
    Webhook webhook();

    /** E-mails. */
    Mail mail();

    /** Webhooks. */
    interface Webhook {

        /** Hosts that may be called: a name, a name with a port, or an asterisk with a dot before a domain. Without any, none may be. */
        Optional<List<String>> hosts();

        /** Whether allowed hosts may have addresses of this machine or of its link. */
        @WithDefault("false")
        boolean local();

        /** Longest time for connecting, sending and the answer together. */
        @WithDefault("5s")
        Duration timeout();
    }

    /** E-mails. The server stands in {@code quarkus.mailer.*}. */
    interface Mail {

        /** Sender; without one no e-mails are sent. */
        Optional<String> from();

        /** Longest time for handing a message to the server. */
        @WithDefault("10s")
        Duration timeout();
    }
}
