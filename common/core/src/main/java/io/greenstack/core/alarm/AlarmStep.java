package io.greenstack.core.alarm;

import java.util.List;

/**
 * What comes of an observation.
 *
 * @param state the state from now on; the very same object if nothing changed
 * @param changes alarms that come or go, in their order
 */
public record AlarmStep(AlarmState state, List<AlarmChange> changes) {}
