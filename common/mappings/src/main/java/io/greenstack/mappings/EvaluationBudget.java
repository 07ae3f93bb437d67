package io.greenstack.mappings;

import java.util.Collection;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;

/**
 * What one message may still take. It is asked before and after each step, so a loop, a recursion or a text that doubles ends soon
 * after it began; only what a single step does by itself is bounded elsewhere.
 */
final class EvaluationBudget {

    private final MappingLimits limits;
    private final long startCpu = CpuClock.ofThisThread();
    private long lookAt;
    private int steps;
    private int depth;
    private long size;

    EvaluationBudget(MappingLimits limits) {
        this.limits = limits;
        this.lookAt = System.nanoTime() + limits.time().toNanos();
    }

    void bind(Jsonata.Frame frame) {
        frame.setEvaluateEntryCallback((expression, input, environment) -> enter());
        frame.setEvaluateExitCallback((expression, input, environment, result) -> leave(result));
        depth = 0;
    }

    private void enter() {
        if (++depth > limits.depth()) {
            throw exceeded("it calls itself more than " + limits.depth() + " levels deep");
        }
        if (++steps > limits.steps()) {
            throw exceeded("it takes more than " + limits.steps() + " steps");
        }
        if ((steps & 63) == 0 && System.nanoTime() - lookAt > 0) {
            long left = limits.time().toNanos() - (CpuClock.ofThisThread() - startCpu);
            if (left <= 0) {
                throw exceeded("it takes longer than " + limits.time().toMillis() + " ms");
            }
            lookAt = System.nanoTime() + left;
        }
    }

    private void leave(Object result) {
        depth--;
        if (result instanceof String text) {
            take(text.length());
        } else if (result instanceof Collection<?> list) {
            take(list.size());
        }
    }

    /** Counts what is made. */
    void take(long more) {
        size += more;
        if (size > limits.size()) {
            throw exceeded("its texts and lists have more than " + limits.size() + " characters and elements");
        }
    }

    private static JException exceeded(String what) {
        return new JException("The expression was stopped: " + what, -1);
    }
}
