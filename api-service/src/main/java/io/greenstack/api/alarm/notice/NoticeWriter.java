package io.greenstack.api.alarm.notice;

import java.time.Clock;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.greenstack.api.alarm.AlarmNews;

/** Puts what is to be told into the outbox, in the transaction in which the alarm changes. */
@ApplicationScoped
class NoticeWriter {

    private final AlarmNotices notices;
    private final NoticeSettings settings;
    private final Clock clock;

    NoticeWriter(AlarmNotices notices, NoticeSettings settings, Clock clock) {
        this.notices = notices;
        this.settings = settings;
        this.clock = clock;
    }

    void onNews(@Observes AlarmNews news) {
        for (AlarmNews.Item item : news.items()) {
            switch (item.action()) {
                case RAISED -> add(item, NoticeReason.RAISED, Duration.ZERO);
                case CLEARED -> add(item, NoticeReason.CLEARED, settings.settledAfter());
                case ACKNOWLEDGED -> add(item, NoticeReason.ACKNOWLEDGED, Duration.ZERO);
                case UNSHELVED -> notices.unshelved(item.alarmId(), clock.instant());
                default -> {
                    // People tell each other of the rest themselves.
                }
            }
        }
    }

    private void add(AlarmNews.Item item, NoticeReason reason, Duration settled) {
        notices.add(item.alarmId(), reason, clock.instant(), settled);
    }
}
