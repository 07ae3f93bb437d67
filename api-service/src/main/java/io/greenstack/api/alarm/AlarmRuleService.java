package io.greenstack.api.alarm;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.ChangeNotes;
import io.greenstack.api.platform.Page;
import io.greenstack.api.platform.PageRequest;
import io.greenstack.core.alarm.AlarmKind;

/** Rules by which alarms are made. */
@ApplicationScoped
class AlarmRuleService {

    private static final int MOST_RULES = 1_000;

    private final AlarmRuleRepository rules;
    private final Event<RulesChanged> changed;
    private final ChangeNotes changes;
    private final Clock clock;

    AlarmRuleService(AlarmRuleRepository rules, Event<RulesChanged> changed, ChangeNotes changes,
            Clock clock) {
        this.rules = rules;
        this.changed = changed;
        this.changes = changes;
        this.clock = clock;
    }

    /** The bridges have to know the rules anew; told inside the transaction of the change. */
    record RulesChanged() {}

    Page<AlarmRuleView> page(AlarmKind kind, Boolean enabled, PageRequest page) {
        return rules.page(kind, enabled, page);
    }

    AlarmRuleView get(long id) {
        return rules.find(id).orElseThrow(() -> unknown(id));
    }

    /** @throws ApiException 400 naming what is wrong, 409 when there are too many */
    @Transactional
    public AlarmRuleView create(AlarmRuleRequest rule, String who) {
        check(rule);
        if (rules.count() >= MOST_RULES) {
            throw ApiException.conflict("too-many-rules", "There are " + MOST_RULES + " rules; delete some first.");
        }
        long id = rules.insert(rule, clock.instant(), who);
        changed.fire(new RulesChanged());
        AlarmRuleView made = get(id);
        changes.changed(null, made);
        return made;
    }

    /** Replaces a rule. Its alarms stand on where it still holds. */
    @Transactional
    public AlarmRuleView replace(long id, AlarmRuleRequest rule, String who) {
        check(rule);
        AlarmRuleView before = get(id);
        AlarmKind kind = before.kind();
        if (rule.kind() != kind) {
            throw ApiException.invalidParameter("kind", "it is " + kind.token()
                    + " and cannot be changed; make another rule");
        }
        if (!rules.update(id, rule, clock.instant(), who)) {
            throw unknown(id);
        }
        changed.fire(new RulesChanged());
        AlarmRuleView after = get(id);
        changes.changed(before, after);
        return after;
    }

    /** Deletes a rule; its alarms that stand are cleared. */
    @Transactional
    public void delete(long id) {
        AlarmRuleView gone = get(id);
        if (!rules.delete(id)) {
            throw unknown(id);
        }
        changes.changed(gone, null);
        changed.fire(new RulesChanged());
    }

    private static void check(AlarmRuleRequest rule) {
        rule.scopeOrAll().check();
        AlarmCompiler.compile(0, rule.kind(), rule.conditionOrNone());
    }

    private static ApiException unknown(long id) {
        return new ApiException(404, "unknown-alarm-rule", "No alarm rule has the id " + id + ".");
    }
}
