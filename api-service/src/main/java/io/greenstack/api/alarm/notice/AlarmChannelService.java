package io.greenstack.api.alarm.notice;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.greenstack.api.alarm.AlarmPriority;
import io.greenstack.api.alarm.AlarmScope;
import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.ChangeNotes;
import io.greenstack.api.platform.Durations;
import io.greenstack.api.platform.Page;
import io.greenstack.api.platform.PageRequest;

/** Channels over which people are told of alarms. */
@ApplicationScoped
class AlarmChannelService {

    private static final int MOST_CHANNELS = 50;
    private static final int SECRET_OCTETS = 32;
    private static final Duration DAY = Duration.ofHours(24);
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;\"\\p{Cntrl}]{1,64}@[A-Za-z0-9.-]{1,190}");

    private final AlarmChannelRepository channels;
    private final AlarmNotices notices;
    private final NoticeSender sender;
    private final WebhookSender webhooks;
    private final NoticeSettings settings;
    private final ChangeNotes changes;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    AlarmChannelService(AlarmChannelRepository channels, AlarmNotices notices, NoticeSender sender,
            WebhookSender webhooks, NoticeSettings settings, ChangeNotes changes, Clock clock) {
        this.webhooks = webhooks;
        this.channels = channels;
        this.notices = notices;
        this.sender = sender;
        this.settings = settings;
        this.changes = changes;
        this.clock = clock;
    }

    Page<AlarmChannelView> page(PageRequest page) {
        return channels.page(page);
    }

    AlarmChannelView get(long id) {
        return channels.view(id).orElseThrow(() -> unknown(id));
    }

    /** What was told over a channel, and what is to be, newest first. */
    Page<NoticeView> notices(long id, NoticeState state, PageRequest page) {
        get(id);
        return notices.page(id, state, page);
    }

    /** The answer has the secret, which is told nowhere else. */
    @Transactional
    public AlarmChannelView create(AlarmChannelRequest request, String who) {
        StoredChannel channel = checked(0, request, secret());
        if (channels.count() >= MOST_CHANNELS) {
            throw ApiException.conflict("too-many-channels", "There are " + MOST_CHANNELS
                    + " channels; delete some first.");
        }
        AlarmChannelView made = get(channels.insert(channel, clock.instant(), who));
        changes.changed(null, made);
        return channel.type() == ChannelType.WEBHOOK ? made.withSecret(channel.secret()) : made;
    }

    @Transactional
    public AlarmChannelView replace(long id, AlarmChannelRequest request, String who) {
        StoredChannel known = channels.find(id).orElseThrow(() -> unknown(id));
        AlarmChannelView before = get(id);
        channels.update(checked(id, request, known.secret()), clock.instant(), who);
        AlarmChannelView after = get(id);
        changes.changed(before, after);
        return after;
    }

    /** Makes a new secret; the old one is not used any more. */
    @Transactional
    public AlarmChannelView renewSecret(long id, String who) {
        StoredChannel c = channels.find(id).orElseThrow(() -> unknown(id));
        AlarmChannelView before = get(id);
        String secret = secret();
        channels.update(new StoredChannel(c.id(), c.name(), c.enabled(), c.type(), c.url(), c.recipients(), secret,
                c.minPriority(), c.scope(), c.told(), c.after(), c.waits(), c.repeat(), c.subject(), c.body(),
                c.line()), clock.instant(), who);
        AlarmChannelView after = get(id);
        changes.changed(before, after);
        return after.withSecret(secret);
    }

    @Transactional
    public void delete(long id) {
        AlarmChannelView gone = get(id);
        if (!channels.delete(id)) {
            throw unknown(id);
        }
        changes.changed(gone, null);
    }

    /**
     * Sends a message that says that it is a trial.
     *
     * @throws ApiException 502 with the reason when it could not be sent
     */
    void test(long id) {
        StoredChannel channel = channels.find(id).orElseThrow(() -> unknown(id));
        try {
            sender.send(channel, NoticeSender.trial(channel, clock.instant()));
        } catch (NoticeException e) {
            throw new ApiException(502, "notice-failed", "The message could not be sent: " + e.getMessage());
        }
    }

    private StoredChannel checked(long id, AlarmChannelRequest r, String secret) {
        AlarmScope scope = r.scope() == null ? AlarmScope.EVERYTHING : r.scope();
        scope.check();
        boolean webhook = r.type() == ChannelType.WEBHOOK;
        List<String> recipients = r.recipients() == null
                ? List.of()
                : r.recipients().stream().map(String::strip).toList();
        if (webhook) {
            WebhookAddress.of(r.url(), settings.webhook());
            need(recipients.isEmpty(), "recipients", "a webhook has none");
            need(r.subject() == null, "subject", "a webhook has none");
        } else {
            need(settings.mail().from().isPresent(), "type", "e-mail is not set up; the operator names a sender in "
                    + "GREENSTACK_MAIL_FROM");
            need(r.url() == null, "url", "an e-mail has none");
            need(!recipients.isEmpty() && recipients.stream().allMatch(to -> ADDRESS.matcher(to).matches()),
                    "recipients", "1 to 20 addresses such as shift@example.org are needed");
        }
        NoticeTemplate.check("subject", r.subject(), NoticeTexts.OF_MESSAGE);
        NoticeTemplate.check("body", r.body(), NoticeTexts.OF_MESSAGE);
        NoticeTemplate.check("line", r.line(), NoticeTexts.OF_ALARM);
        List<NoticeReason> told = r.told() == null ? List.of(NoticeReason.RAISED, NoticeReason.CLEARED) : r.told();
        need(told.stream().noneMatch(NoticeReason.REPEATED::equals), "told",
                "raised, cleared and acknowledged can be told; for repetitions give repeat");
        Duration repeat = Durations.read("repeat", r.repeat(), Duration.ZERO, Duration.ZERO, DAY);
        need(repeat.isZero() || repeat.compareTo(Duration.ofMinutes(1)) >= 0, "repeat", "at least 1m is needed");
        StoredChannel channel = new StoredChannel(id, r.name().strip(), !Boolean.FALSE.equals(r.enabled()), r.type(),
                webhook ? r.url().strip() : null, recipients, secret,
                r.minPriority() == null ? AlarmPriority.LOW : r.minPriority(), scope, told,
                Durations.read("after", r.after(), Duration.ZERO, Duration.ZERO, DAY),
                Durations.read("gather", r.gather(), Duration.ofSeconds(10), Duration.ZERO, Duration.ofHours(1)),
                repeat,
                r.subject(), r.body(), r.line());
        need(!webhook || r.body() == null || webhooks.isJson(channel, NoticeSender.trial(channel, clock.instant())),
                "body",
                "it makes no JSON; texts in it need quotation marks around them");
        return channel;
    }

    private static void need(boolean right, String name, String what) {
        if (!right) {
            throw ApiException.invalidParameter(name, what);
        }
    }

    private String secret() {
        byte[] octets = new byte[SECRET_OCTETS];
        random.nextBytes(octets);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }

    private static ApiException unknown(long id) {
        return new ApiException(404, "unknown-alarm-channel", "No alarm channel has the id " + id + ".");
    }
}
