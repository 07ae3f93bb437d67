package io.greenstack.api.alarm.notice;

/** How a channel tells. */
enum ChannelType {
    /** By a POST to a URL. */
    WEBHOOK,
    /** By e-mail. */
    EMAIL
}
