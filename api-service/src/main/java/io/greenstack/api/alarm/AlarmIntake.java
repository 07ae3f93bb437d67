package io.greenstack.api.alarm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.greenstack.api.platform.DatabaseException;
import io.greenstack.api.platform.Retries;
import io.greenstack.api.platform.Sql;
import io.greenstack.core.alarm.AlarmRule;
import io.greenstack.platform.background.BackgroundBean;
import io.greenstack.platform.redis.RedisKeys;
import io.greenstack.platform.redis.RedisPipeline;
import io.greenstack.platform.redis.RedisWakes;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/**
 * Stores alarms of rules that the bridges noted in Redis, in their order, and takes them out of Redis when they are stored. So none is
 * lost while this service is away, and one that is read twice is stored once. Of several replicas one stores at a time.
 */
@Singleton
class AlarmIntake extends BackgroundBean {

    private static final Logger LOG = Logger.getLogger(AlarmIntake.class);
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int AT_ONCE = 200;
    private static final long LOCK = 0x616c61726d01L;

    private final AlarmWriter alarms;
    private final AlarmRuleRepository rules;
    private final Sql sql;
    private final RedisPipeline redis;
    private final RedisWakes wakes;

    AlarmIntake(AlarmWriter alarms, AlarmRuleRepository rules, Sql sql, RedisPipeline redis, AlarmSettings settings,
            RedisWakes wakes) {
        super("alarm-intake", settings.intakeEvery(), PAUSE);
        this.alarms = alarms;
        this.rules = rules;
        this.sql = sql;
        this.redis = redis;
        this.wakes = wakes;
    }

    @Override
    public void start(@Observes StartupEvent event) {
        super.start(event);
        wakes.on(RedisKeys.ALARM_CHANGES, this::wake);
    }

    @Override
    protected void run() {
        repeat(() -> {
            Response entries = redis.send(Request.cmd(Command.XRANGE).arg(RedisKeys.ALARM_CHANGES).arg("-").arg("+")
                    .arg("COUNT").arg(AT_ONCE)).await().atMost(LIMIT);
            return entries != null && entries.size() > 0 && store(entries) && entries.size() == AT_ONCE;
        });
    }

    /** Stores entries and removes them; false if another replica is at it. */
    private boolean store(Response entries) {
        List<RuleChange> changes = new ArrayList<>();
        List<Request> remove = new ArrayList<>();
        for (Response entry : entries) {
            remove.add(Request.cmd(Command.XDEL).arg(RedisKeys.ALARM_CHANGES).arg(entry.get(0).toString()));
            try {
                changes.add(RuleChange.of(entry));
            } catch (IllegalArgumentException e) {
                LOG.errorf("The entry %s of %s is no change of an alarm and is left out: %s", entry.get(0),
                        RedisKeys.ALARM_CHANGES, e.getMessage());
            }
        }
        List<RuleChange> refused = new ArrayList<>();
        if (!storeAll(changes, refused)) {
            return false;
        }
        for (RuleChange change : refused) {
            remove.add(Request.cmd(Command.HDEL).arg(RedisKeys.alarmState(change.deviceId())).arg(change.field()));
        }
        redis.batch(remove).await().atMost(LIMIT);
        return true;
    }

    /** One transaction for all; where the database does not take that, one for each, so that one costs no other. */
    private boolean storeAll(List<RuleChange> changes, List<RuleChange> refused) {
        try {
            return Retries.onConflict(() -> QuarkusTransaction.requiringNew().call(() -> store(changes, refused)));
        } catch (DatabaseException e) {
            if (!e.refusesData()) {
                throw e;
            }
            refused.clear();
            for (RuleChange change : changes) {
                if (!storeOne(change, refused)) {
                    return false;
                }
            }
            return true;
        }
    }

    private boolean storeOne(RuleChange change, List<RuleChange> refused) {
        try {
            return Retries
                    .onConflict(() -> QuarkusTransaction.requiringNew().call(() -> store(List.of(change), refused)));
        } catch (DatabaseException e) {
            if (!e.refusesData()) {
                throw e;
            }
            LOG.errorf(e, "The database does not take the alarm %s of device %s; it is left out", change.key(),
                    change.deviceId());
            return true;
        }
    }

    private boolean store(List<RuleChange> changes, List<RuleChange> refused) {
        refused.removeAll(changes);
        if (!sql.query("select pg_try_advisory_xact_lock(:key) as mine").bind("key", LOCK)
                .one(row -> row.flag("mine"))) {
            return false;
        }
        Map<Long, Optional<AlarmRuleView>> known = new HashMap<>();
        for (RuleChange change : changes) {
            Optional<AlarmRuleView> rule = known.computeIfAbsent(change.ruleId(), rules::find)
                    .filter(AlarmRuleView::enabled);
            if (!change.raised()) {
                alarms.clear(change.deviceId(), change.key(), change.occurrence(), change.at());
            } else if (rule.isPresent()) {
                alarms.raise(alarm(change, rule.get()), false);
            } else {
                refused.add(change);
            }
        }
        return true;
    }

    private static NewAlarm alarm(RuleChange change, AlarmRuleView rule) {
        AlarmRule compiled = AlarmCompiler.compile(rule.id(), rule.kind(), rule.condition());
        return new NewAlarm(change.deviceId(), change.key(), change.occurrence(), AlarmCause.of(rule.kind()),
                rule.priority(), null, rule.id(), rule.name(),
                change.parameter().isEmpty() ? null : change.parameter(),
                AlarmMessages.of(compiled, change.parameter(), change.value(), change.detail()), change.value(),
                change.detail().isEmpty() ? null : change.detail(), change.at());
    }
}
