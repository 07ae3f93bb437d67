package io.greenstack.api.alarm.notice;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import io.greenstack.api.alarm.AlarmPriority;
import io.greenstack.api.alarm.AlarmView;

/** What is told, in words: the templates of a channel, or the usual ones. */
final class NoticeTexts {

    /** Names in the template of a line. */
    static final Set<String> OF_ALARM = Set.of("reason", "priority", "state", "device_id", "device_name", "device",
            "message", "kind", "code", "parameter", "value", "detail", "rule", "raised_at", "cleared_at", "comment",
            "id");
    /** Names in the templates of subject and body. */
    static final Set<String> OF_MESSAGE = Set.of("channel", "count", "summary", "lines", "priority");

    private static final String LINE = "{{reason}} | {{priority}} | {{device}} | {{message}} | since {{raised_at}}";
    private static final String SUBJECT = "[{{priority}}] {{summary}}";
    private static final String BODY = "{{summary}}\n\n{{lines}}\n";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'")
            .withZone(ZoneOffset.UTC);

    private NoticeTexts() {}

    /** Subject of an e-mail, one line. */
    static String subject(StoredChannel channel, List<NoticeMessage.Told> told) {
        String text = fill(or(channel.subject(), SUBJECT), channel, told, UnaryOperator.identity());
        String line = text.replaceAll("[\\p{Cntrl}]+", " ").strip();
        return line.substring(0, Math.min(line.length(), 200));
    }

    /** Text of an e-mail. */
    static String body(StoredChannel channel, List<NoticeMessage.Told> told) {
        return fill(or(channel.body(), BODY), channel, told, UnaryOperator.identity());
    }

    /** The template of a webhook, whose values are parts of JSON texts. */
    static String json(StoredChannel channel, List<NoticeMessage.Told> told, UnaryOperator<String> quote) {
        return fill(channel.body(), channel, told, quote);
    }

    private static String fill(String template, StoredChannel channel, List<NoticeMessage.Told> told,
            UnaryOperator<String> quote) {
        AlarmPriority highest = told.stream().map(one -> one.alarm().priority()).max(Enum::compareTo).orElseThrow();
        Map<String, Object> values = new HashMap<>();
        values.put("channel", channel.name());
        values.put("count", told.size());
        values.put("priority", label(highest));
        values.put("summary", summary(told));
        values.put("lines", told.stream()
                .map(one -> NoticeTemplate.fill(or(channel.line(), LINE), values(one), UnaryOperator.identity()))
                .collect(Collectors.joining("\n")));
        return NoticeTemplate.fill(template, values, quote);
    }

    private static String summary(List<NoticeMessage.Told> told) {
        if (told.size() == 1) {
            return label(told.get(0).reason()) + ": " + device(told.get(0).alarm()) + ": "
                    + told.get(0).alarm().message();
        }
        Map<NoticeReason, Long> counts = told.stream()
                .collect(Collectors.groupingBy(NoticeMessage.Told::reason, Collectors.counting()));
        return counts.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(count -> count.getValue() + " " + label(count.getKey())).collect(Collectors.joining(", "))
                + " (" + told.stream().map(one -> one.alarm().deviceId()).distinct().count() + " device(s))";
    }

    private static Map<String, Object> values(NoticeMessage.Told told) {
        AlarmView alarm = told.alarm();
        Map<String, Object> values = new HashMap<>();
        values.put("reason", label(told.reason()));
        values.put("priority", label(alarm.priority()));
        values.put("state", label(alarm.state()));
        values.put("device_id", alarm.deviceId());
        values.put("device_name", alarm.deviceName());
        values.put("device", device(alarm));
        values.put("message", alarm.message());
        values.put("kind", alarm.alarm().replaceAll(":.*", ""));
        values.put("code", alarm.codeHex());
        values.put("parameter", alarm.parameter());
        values.put("value", alarm.value());
        values.put("detail", alarm.detail());
        values.put("rule", alarm.ruleName());
        values.put("raised_at", TIME.format(alarm.raisedAt().truncatedTo(ChronoUnit.SECONDS)));
        values.put("cleared_at", alarm.clearedAt() == null ? null : TIME.format(alarm.clearedAt()));
        values.put("comment", alarm.comment());
        values.put("id", alarm.id());
        return values;
    }

    private static String device(AlarmView alarm) {
        return alarm.deviceName() == null ? alarm.deviceId() : alarm.deviceName() + " (" + alarm.deviceId() + ")";
    }

    private static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String or(String template, String otherwise) {
        return template == null ? otherwise : template;
    }
}
