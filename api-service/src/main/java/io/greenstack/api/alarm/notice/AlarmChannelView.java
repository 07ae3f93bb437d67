package io.greenstack.api.alarm.notice;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.greenstack.api.alarm.AlarmPriority;
import io.greenstack.api.alarm.AlarmScope;
import io.greenstack.descriptions.Sparse;

/**
 * A channel over which people are told of alarms.
 *
 * @param id its number
 * @param name what it is called
 * @param enabled whether it tells anything
 * @param type how it tells
 * @param url of a webhook, absent for e-mail
 * @param recipients of e-mails, absent for webhooks
 * @param minPriority the least priority that is told
 * @param scope the devices whose alarms are told
 * @param told what is told
 * @param after how long an alarm has to stand unacknowledged until it is told here
 * @param gather how long is gathered for one message
 * @param repeat how often an alarm that nobody acknowledges is told again, absent for never
 * @param subject template, absent for the usual one
 * @param body template, absent for the usual one
 * @param line template, absent for the usual one
 * @param secret with which webhooks are signed; only in the answer to the request that made it
 * @param createdAt when it was made
 * @param createdBy who made it
 * @param updatedAt when it was last changed
 * @param updatedBy who changed it
 */
@Schema(name = "AlarmChannel")
record AlarmChannelView(long id, String name, boolean enabled, ChannelType type, String url, List<String> recipients,
        AlarmPriority minPriority, AlarmScope scope, List<NoticeReason> told, String after, String gather,
        String repeat,
        String subject, String body, String line, String secret, Instant createdAt, String createdBy, Instant updatedAt,
        String updatedBy) implements Sparse {

    AlarmChannelView withSecret(String made) {
        return new AlarmChannelView(id, name, enabled, type, url, recipients, minPriority, scope, told, after, gather,
                repeat, subject, body, line, made, createdAt, createdBy, updatedAt, updatedBy);
    }
}
