package io.greenstack.api.alarm.notice;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.greenstack.descriptions.Sparse;

/**
 * What was told, or is to be.
 *
 * @param id its number
 * @param alarmId the alarm
 * @param reason why it is told
 * @param state how far it is
 * @param dueAt when it is to be told
 * @param attempts how often it was tried
 * @param doneAt when it was told or given up
 * @param error what went wrong the last time
 */
@Schema(name = "AlarmNotice")
record NoticeView(long id, long alarmId, NoticeReason reason, NoticeState state, Instant dueAt, int attempts,
        Instant doneAt, String error) implements Sparse {}
