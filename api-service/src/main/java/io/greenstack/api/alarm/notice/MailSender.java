package io.greenstack.api.alarm.notice;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;

/** Sends messages by e-mail. Each receiver gets a message of its own, so that none sees the others. */
@ApplicationScoped
class MailSender {

    private final ReactiveMailer mailer;
    private final NoticeSettings settings;

    MailSender(ReactiveMailer mailer, NoticeSettings settings) {
        this.mailer = mailer;
        this.settings = settings;
    }

    /** @throws NoticeException when the mail server did not take it */
    void send(StoredChannel channel, NoticeMessage message) {
        String from = settings.mail().from().orElseThrow(() -> new NoticeException("e-mail is not set up"));
        String subject = NoticeTexts.subject(channel, message.notices());
        String text = NoticeTexts.body(channel, message.notices());
        List<Mail> mails = channel.recipients().stream().map(to -> Mail.withText(to, subject, text).setFrom(from)
                .addHeader("X-GreenStack-Delivery", message.delivery().toString())).toList();
        try {
            mailer.send(mails.toArray(Mail[]::new)).await().atMost(settings.mail().timeout());
        } catch (RuntimeException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new NoticeException("the mail server did not take it: "
                    + (cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage()));
        }
    }
}
