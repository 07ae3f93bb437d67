package io.greenstack.api.alarm.notice;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.greenstack.api.alarm.AlarmView;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What a webhook gets.
 *
 * @param delivery the same when it comes again, because the first answer got lost
 * @param channel name of the channel
 * @param sentAt when it was sent
 * @param notices what is told, oldest first
 */
@RegisterForReflection
record NoticeMessage(UUID delivery, String channel, Instant sentAt, List<Told> notices) {

    /**
     * What is told of one alarm.
     *
     * @param reason why
     * @param alarm the alarm as it is now
     */
    @RegisterForReflection
    record Told(NoticeReason reason, AlarmView alarm) {}
}
