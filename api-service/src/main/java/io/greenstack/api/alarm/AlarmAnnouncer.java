package io.greenstack.api.alarm;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;

import io.greenstack.api.telemetry.LiveChannel;
import io.greenstack.api.telemetry.LiveStreams;
import io.greenstack.platform.background.BackgroundBean;
import io.greenstack.platform.redis.RedisKeys;
import io.smallrye.mutiny.Multi;

/** Tells viewers of all replicas of alarms that changed, after the commit. Viewers who miss one see it in the list. */
@Singleton
class AlarmAnnouncer extends BackgroundBean {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final int MOST_WAITING = 10_000;
    private static final int AT_ONCE = 200;

    private final AlarmRepository alarms;
    private final LiveChannel<AlarmView> channel;
    private final LinkedBlockingQueue<Long> changed = new LinkedBlockingQueue<>(MOST_WAITING);

    AlarmAnnouncer(AlarmRepository alarms, LiveStreams streams) {
        super("alarm-announcer", PERIOD, PAUSE);
        this.alarms = alarms;
        this.channel = streams.channel(RedisKeys.ALARM_CHANNEL, AlarmView.class);
    }

    void onNews(@Observes(during = TransactionPhase.AFTER_SUCCESS) AlarmNews news) {
        news.items().forEach(item -> changed.offer(item.alarmId()));
        wake();
    }

    /** Alarms as they change, from now on. */
    Multi<AlarmView> open() {
        return channel.open();
    }

    @Override
    protected void run() {
        while (!changed.isEmpty()) {
            Set<Long> ids = new LinkedHashSet<>();
            while (ids.size() < AT_ONCE && !changed.isEmpty()) {
                ids.add(changed.poll());
            }
            channel.publish(alarms.all(ids));
        }
    }
}
