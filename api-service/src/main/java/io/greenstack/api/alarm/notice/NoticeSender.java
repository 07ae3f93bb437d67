package io.greenstack.api.alarm.notice;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.greenstack.api.alarm.AlarmView;

/** Sends one message over a channel. Blocks for some seconds at most. */
@ApplicationScoped
class NoticeSender {

    private final WebhookSender webhooks;
    private final MailSender mails;

    NoticeSender(WebhookSender webhooks, MailSender mails) {
        this.webhooks = webhooks;
        this.mails = mails;
    }

    /**
     * Sends a message.
     *
     * @throws NoticeException when the receiver did not take it
     */
    void send(StoredChannel channel, NoticeMessage message) {
        if (channel.type() == ChannelType.WEBHOOK) {
            webhooks.send(channel, message);
        } else {
            mails.send(channel, message);
        }
    }

    /** A message that says that it is a trial. */
    static NoticeMessage trial(StoredChannel channel, Instant now) {
        return new NoticeMessage(UUID.randomUUID(), channel.name(), now,
                List.of(new NoticeMessage.Told(NoticeReason.RAISED, AlarmView.trial(now))));
    }
}
