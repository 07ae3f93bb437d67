package io.greenstack.mappings;

import java.util.Map;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;

/** An expression of a rule. Immutable; several threads may evaluate it. */
final class Expression {

    private static final int LONGEST = 8_000;

    private final String member;
    private final Jsonata jsonata;

    private Expression(String member, Jsonata jsonata) {
        this.member = member;
        this.jsonata = jsonata;
    }

    /**
     * Compiles.
     *
     * @return null if there is no text
     * @throws MappingException if it is no JSONata
     */
    static Expression of(String member, String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > LONGEST) {
            throw new MappingException(member, -1, "an expression has at most " + LONGEST + " characters");
        }
        try {
            Jsonata compiled = Jsonata.jsonata(text);
            compiled.setValidateInput(false);
            return new Expression(member, compiled);
        } catch (RuntimeException | StackOverflowError e) {
            throw failure(member, e);
        } finally {
            // The library keeps the last one that a thread compiled as the place of what the thread evaluates later; one that others
            // evaluate meanwhile must not be that place.
            Jsonata.jsonata("$");
        }
    }

    /**
     * Evaluates.
     *
     * @param input what {@code $} is
     * @throws MappingException if that fails, or takes more than the budget has
     */
    Object evaluate(Object input, Map<String, Object> variables, EvaluationBudget budget) {
        Jsonata.Frame frame = jsonata.createFrame();
        variables.forEach(frame::bind);
        BoundedFunctions.bind(frame, budget);
        budget.bind(frame);
        try {
            return jsonata.evaluate(input, frame);
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            throw failure(member, e);
        }
    }

    private static MappingException failure(String member, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof JException known) {
                return new MappingException(member, known.getLocation(), text(known.getMessage()));
            }
        }
        String text = failure.getMessage();
        return new MappingException(member, -1,
                text == null || text.isBlank() ? "it fails: " + failure.getClass().getSimpleName() : text(text));
    }

    private static String text(String message) {
        String line = message == null ? "it fails" : message.replaceAll("\\p{Cntrl}", " ");
        return line.length() > 300 ? line.substring(0, 300) + "..." : line;
    }
}
