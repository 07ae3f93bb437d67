package io.greenstack.loadtest.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Faults in random order; a seed gives the same order again. */
final class ChaosPlan {

    private ChaosPlan() {}

    /**
     * @param faults each comes once before any comes again
     * @param length how long it takes at least, without the recovery from each fault
     * @param each how long a fault takes at least
     */
    static List<Fault> of(List<Fault> faults, long seed, Duration length, Duration each) {
        Random random = new Random(seed);
        List<Fault> plan = new ArrayList<>();
        while (!faults.isEmpty() && each.multipliedBy(plan.size()).compareTo(length) < 0) {
            List<Fault> round = new ArrayList<>(faults);
            Collections.shuffle(round, random);
            plan.addAll(round);
        }
        int most = (int) Math.max(1, length.dividedBy(each));
        return List.copyOf(plan.subList(0, Math.min(plan.size(), most)));
    }
}
