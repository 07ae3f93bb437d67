package io.greenstack.api.alarm.notice;

import java.util.List;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import io.greenstack.api.alarm.AlarmPriority;
import io.greenstack.api.alarm.AlarmScope;

/**
 * A channel as people say it.
 *
 * @param name what it is called, 1 to 200 characters
 * @param enabled whether it tells anything; absent: true
 * @param type how it tells
 * @param url with {@code webhook}: where messages are posted to; its host has to be allowed by the operator
 * @param recipients with {@code email}: 1 to 20 addresses
 * @param minPriority the least priority that is told; absent: low
 * @param scope the devices whose alarms are told; absent: all
 * @param told what is told, of raised, cleared and acknowledged; absent: raised and cleared
 * @param after how long an alarm has to stand unacknowledged until it is told here, at most 24h; absent: at once. So a second channel is
 *        an escalation
 * @param gather how long is gathered for one message, at most 1h; absent: 10s
 * @param repeat how often an alarm that stands and that nobody acknowledges is told again, 1m to 24h; absent: never
 * @param subject template of the subject of e-mails; absent: the usual one
 * @param body template of the text of e-mails, or of the JSON of webhooks; absent: the usual one
 * @param line template of the line of an alarm; absent: the usual one
 */
record AlarmChannelRequest(@NotBlank @Size(max = 200) String name, Boolean enabled, @NotNull ChannelType type,
        String url, @Size(max = 20) List<@NotNull String> recipients, AlarmPriority minPriority, AlarmScope scope,
        @Size(min = 1, max = 3) List<@NotNull NoticeReason> told, String after, String gather, String repeat,
        @Size(max = 500) String subject, @Size(max = 10_000) String body, @Size(max = 2_000) String line) {}
