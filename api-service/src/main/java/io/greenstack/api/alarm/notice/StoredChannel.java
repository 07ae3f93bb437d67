package io.greenstack.api.alarm.notice;

import java.time.Duration;
import java.util.List;

import io.greenstack.api.alarm.AlarmPriority;
import io.greenstack.api.alarm.AlarmScope;

/**
 * A channel as it is stored.
 *
 * @param id its number
 * @param name what it is called
 * @param enabled whether it tells anything
 * @param type how it tells
 * @param url of a webhook, null for e-mail
 * @param recipients of e-mails, empty for webhooks
 * @param secret with which webhooks are signed
 * @param minPriority the least priority that is told
 * @param scope the devices whose alarms are told
 * @param told what is told
 * @param after how long an alarm has to stand unacknowledged until it is told
 * @param waits how long is gathered for one message
 * @param repeat how often an alarm that nobody acknowledges is told again, zero for never
 * @param subject template, null for the usual one
 * @param body template, null for the usual one
 * @param line template, null for the usual one
 */
record StoredChannel(long id, String name, boolean enabled, ChannelType type, String url, List<String> recipients,
        String secret, AlarmPriority minPriority, AlarmScope scope, List<NoticeReason> told, Duration after,
        Duration waits, Duration repeat, String subject, String body, String line) {}
