package io.greenstack.bridge.alarm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.greenstack.core.alarm.AlarmChange;
import io.greenstack.core.alarm.AlarmRule;
import io.greenstack.core.alarm.AlarmState;
import io.greenstack.core.alarm.AlarmStep;

/** What observations make of the states of one device: what was read, what it becomes, and the alarms that come and go. */
final class AlarmUpdate {

    private final String deviceId;
    private final Map<String, String> read;
    private final Map<String, AlarmState> states = new HashMap<>();
    private final Map<String, AlarmState> changed = new LinkedHashMap<>();
    private final List<Change> changes = new ArrayList<>();

    /**
     * @param deviceId the device
     * @param read texts of its states by their names; those that are missing are not known yet
     */
    AlarmUpdate(String deviceId, Map<String, String> read) {
        this.deviceId = deviceId;
        this.read = read;
    }

    /** An alarm that comes or goes. */
    record Change(long ruleId, String parameter, AlarmChange change) {}

    String deviceId() {
        return deviceId;
    }

    /** The state of a rule as it is by now. */
    AlarmState state(AlarmRule rule, String parameter) {
        return states.computeIfAbsent(rule.field(parameter), field -> AlarmState.read(read.get(field)));
    }

    /** Takes what comes of an observation. */
    void take(AlarmRule rule, String parameter, AlarmStep step) {
        String field = rule.field(parameter);
        if (step.state() != states.get(field)) {
            states.put(field, step.state());
            changed.put(field, step.state());
        }
        step.changes().forEach(change -> changes.add(new Change(rule.id(), parameter, change)));
    }

    boolean isChanged() {
        return !changed.isEmpty();
    }

    Map<String, AlarmState> changed() {
        return changed;
    }

    String before(String field) {
        return read.getOrDefault(field, "");
    }

    List<Change> changes() {
        return changes;
    }

    /** When the first of the delays that begin here is over, 0 if none does. */
    long due() {
        return changed.values().stream().mapToLong(AlarmState::due).filter(due -> due > 0).min().orElse(0);
    }
}
