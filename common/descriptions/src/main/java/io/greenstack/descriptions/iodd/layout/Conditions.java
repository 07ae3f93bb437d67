package io.greenstack.descriptions.iodd.layout;

import java.util.List;

import io.greenstack.core.processdata.Condition;

/** Logic of conditions. */
final class Conditions {

    private Conditions() {}

    /** True if a condition can never hold together with the others: the same parameter has another value there. */
    static boolean contradicts(List<Condition> others, Condition condition) {
        return others.stream().anyMatch(other -> other.variableId().equals(condition.variableId())
                && other.subindex() == condition.subindex() && other.value() != condition.value());
    }
}
