package io.greenstack.api.alarm.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import org.jboss.logging.Logger;

import io.greenstack.api.alarm.AlarmNews;
import io.greenstack.api.alarm.AlarmRepository;
import io.greenstack.api.alarm.AlarmStatus;
import io.greenstack.api.alarm.AlarmView;
import io.greenstack.api.alarm.notice.AlarmNotices.Claimed;
import io.greenstack.platform.background.BackgroundTask;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Sends what is in the outbox: of each channel in one message what has gathered, again with growing pauses when it fails, and not at
 * all when there is nothing to tell any more. A channel that hangs holds up no other.
 */
@ApplicationScoped
class NoticeCourier {

    private static final Logger LOG = Logger.getLogger(NoticeCourier.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    /** While there is nothing to tell soon; after it the outbox of a replica that died is found. */
    private static final Duration REST = Duration.ofSeconds(10);
    private static final Duration CLAIM = Duration.ofMinutes(1);
    private static final Duration PRUNE_EVERY = Duration.ofHours(1);
    private static final int AT_ONCE = 100;
    private static final int THREADS = 4;
    private static final int GROWTH = 3;

    private final AlarmNotices notices;
    private final AlarmChannelRepository channels;
    private final AlarmRepository alarms;
    private final NoticeSender sender;
    private final NoticeSettings settings;
    private final Clock clock;
    private final MeterRegistry metrics;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, task -> {
        Thread daemon = new Thread(task, "alarm-notices");
        daemon.setDaemon(true);
        return daemon;
    });
    private boolean waiting;
    private final BackgroundTask task = new BackgroundTask("alarm-courier", this::send, PAUSE);
    private final BackgroundTask pruner = new BackgroundTask("alarm-notice-pruner", this::prune, PAUSE);

    NoticeCourier(AlarmNotices notices, AlarmChannelRepository channels, AlarmRepository alarms, NoticeSender sender,
            NoticeSettings settings, Clock clock, MeterRegistry metrics) {
        this.notices = notices;
        this.channels = channels;
        this.alarms = alarms;
        this.sender = sender;
        this.settings = settings;
        this.clock = clock;
        this.metrics = metrics;
    }

    void start(@Observes StartupEvent event) {
        task.start(settings.every(), REST, () -> waiting);
        pruner.start(PRUNE_EVERY);
    }

    void stop(@Observes ShutdownEvent event) {
        task.stop();
        pruner.stop();
        threads.shutdownNow();
    }

    /** What comes within the time of a look is told in one message. */
    void onNews(@Observes(during = TransactionPhase.AFTER_SUCCESS) AlarmNews news) {
        task.wakeSoon(settings.every());
    }

    private void send() throws InterruptedException {
        List<Callable<Void>> work = new ArrayList<>();
        for (long channel : notices.due(clock.instant())) {
            work.add(() -> {
                try {
                    channels.find(channel).ifPresent(this::send);
                } catch (RuntimeException e) {
                    LOG.warnf("The outbox of alarm channel %d waits: %s", channel, e.toString());
                }
                return null;
            });
        }
        threads.invokeAll(work);
        waiting = notices.anyDue(clock.instant().plus(REST));
    }

    private void send(StoredChannel channel) {
        Instant now = clock.instant();
        List<Claimed> claimed = notices.claim(channel, now, now.plus(CLAIM), UUID.randomUUID(), AT_ONCE);
        Map<Long, AlarmView> views = alarms.all(claimed.stream().map(Claimed::alarmId).toList()).stream()
                .collect(Collectors.toMap(AlarmView::id, Function.identity()));
        List<Claimed> telling = new ArrayList<>();
        List<Long> dropped = new ArrayList<>();
        Set<Long> inThisMessage = new HashSet<>();
        for (Claimed notice : claimed) {
            AlarmView alarm = views.get(notice.alarmId());
            if (alarm == null || !channel.enabled() || !worthTelling(channel, notice, alarm, inThisMessage)) {
                dropped.add(notice.id());
            } else if (notice.shelvedUntil() != null) {
                notices.postpone(notice.id(), notice.shelvedUntil());
            } else {
                telling.add(notice);
                inThisMessage.add(notice.alarmId());
            }
        }
        done(channel, dropped, NoticeState.DROPPED, null);
        if (!telling.isEmpty()) {
            send(channel, telling, new NoticeMessage(telling.get(0).delivery(), channel.name(), now, telling.stream()
                    .map(notice -> new NoticeMessage.Told(notice.reason(), views.get(notice.alarmId()))).toList()));
        }
    }

    /** What nobody has to do anything about any more is not told, and of what was not told it is not told that it is over. */
    private static boolean worthTelling(StoredChannel channel, Claimed notice, AlarmView alarm, Set<Long> telling) {
        boolean acknowledged = alarm.acknowledgedAt() != null;
        boolean known = notice.toldBefore() || telling.contains(alarm.id())
                || !channel.told().contains(NoticeReason.RAISED);
        return switch (notice.reason()) {
            case RAISED -> channel.after().isZero()
                    ? alarm.state() != AlarmStatus.CLOSED
                    : alarm.standing() && !acknowledged;
            case REPEATED -> alarm.standing() && !acknowledged;
            case CLEARED -> !alarm.standing() && known;
            case ACKNOWLEDGED -> known;
        };
    }

    private void send(StoredChannel channel, List<Claimed> telling, NoticeMessage message) {
        List<Long> ids = telling.stream().map(Claimed::id).toList();
        try {
            sender.send(channel, message);
        } catch (NoticeException e) {
            failed(channel, telling, e.getMessage());
            return;
        }
        Instant now = clock.instant();
        done(channel, ids, NoticeState.SENT, null);
        if (!channel.repeat().isZero()) {
            List<Long> again = telling.stream().filter(notice -> notice.reason() == NoticeReason.RAISED
                    || notice.reason() == NoticeReason.REPEATED).map(Claimed::alarmId).distinct().toList();
            notices.repeat(channel.id(), again, now.plus(channel.repeat()), now);
        }
    }

    private void failed(StoredChannel channel, List<Claimed> telling, String why) {
        int attempts = telling.stream().mapToInt(Claimed::attempts).min().orElse(1);
        LOG.warnf("%d alarm notice(s) over channel %d could not be sent, try %d of %d: %s", telling.size(),
                channel.id(), attempts, settings.tries(), why);
        List<Long> over = telling.stream().filter(notice -> notice.attempts() >= settings.tries()).map(Claimed::id)
                .toList();
        List<Long> again = telling.stream().map(Claimed::id).filter(id -> !over.contains(id)).toList();
        done(channel, over, NoticeState.FAILED, why);
        if (!again.isEmpty()) {
            count(channel, "retried", again.size());
            notices.later(again, why, clock.instant().plus(pause(attempts)));
        }
    }

    private Duration pause(int attempts) {
        Duration pause = settings.retryMin();
        for (int i = 1; i < attempts && pause.compareTo(settings.retryMax()) < 0; i++) {
            pause = pause.multipliedBy(GROWTH);
        }
        return pause.compareTo(settings.retryMax()) > 0 ? settings.retryMax() : pause;
    }

    private void done(StoredChannel channel, List<Long> ids, NoticeState state, String error) {
        if (!ids.isEmpty()) {
            notices.done(ids, state, error, clock.instant());
            count(channel, state.name().toLowerCase(Locale.ROOT), ids.size());
        }
    }

    private void count(StoredChannel channel, String result, int notices) {
        Counter.builder("greenstack.alarms.notices").tag("type", channel.type().name().toLowerCase(Locale.ROOT))
                .tag("result", result).description("Notices of alarms by what became of them").register(metrics)
                .increment(notices);
    }

    private void prune() {
        boolean more = true;
        while (more && !pruner.stopped()) {
            more = notices.prune(clock.instant().minus(settings.retention()));
        }
    }
}
