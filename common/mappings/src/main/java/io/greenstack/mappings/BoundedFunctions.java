package io.greenstack.mappings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;

/**
 * Functions of expressions that differ from those of the language: what could make something huge in one step asks the budget
 * first, what evaluates texts is left out, and {@code $flatten} is ours.
 */
final class BoundedFunctions {

    /** Of what a thread evaluates: to make a function anew for each message costs more than most expressions. */
    private static final ThreadLocal<EvaluationBudget> BUDGET = new ThreadLocal<>();
    private static final Jsonata.JFunction EVAL = new Jsonata.JFunction((input, arguments) -> {
        throw new JException("$eval is not available in mappings", -1);
    }, null);
    private static final Jsonata.JFunction FLATTEN = new Jsonata.JFunction(
            (input, arguments) -> flatten(arguments.get(0)), "<x-:x>");

    private static final Jsonata.JFunction PAD = new Jsonata.JFunction(
            (input, arguments) -> pad(arguments, BUDGET.get()), "<s-ns?:s>");
    private static final Jsonata.JFunction JOIN = new Jsonata.JFunction(
            (input, arguments) -> join(arguments, BUDGET.get()), "<a<s>s?:s>");
    private static final Jsonata.JFunction REPLACE = new Jsonata.JFunction(
            (input, arguments) -> replace(arguments, BUDGET.get()), "<s-(sf)(sf)n?:s>");

    private BoundedFunctions() {}

    /** Makes the functions known to what is evaluated in a frame, by this thread. */
    static void bind(Jsonata.Frame frame, EvaluationBudget budget) {
        BUDGET.set(budget);
        frame.bind("eval", (Object) EVAL);
        frame.bind("flatten", (Object) FLATTEN);
        frame.bind("pad", (Object) PAD);
        frame.bind("join", (Object) JOIN);
        frame.bind("replace", (Object) REPLACE);
    }

    private static Object pad(List<?> arguments, EvaluationBudget budget) {
        Number width = (Number) arguments.get(1);
        budget.take(width == null ? 0 : Math.abs(width.longValue()));
        return Functions.pad((String) arguments.get(0), width, (String) at(arguments, 2));
    }

    private static Object at(List<?> arguments, int index) {
        return index < arguments.size() ? arguments.get(index) : null;
    }

    @SuppressWarnings("unchecked")
    private static Object join(List<?> arguments, EvaluationBudget budget) {
        List<String> texts = (List<String>) arguments.get(0);
        String separator = (String) at(arguments, 1);
        if (texts != null) {
            budget.take((separator == null ? 0L : separator.length()) * texts.size()
                    + texts.stream().mapToLong(String::length).sum());
        }
        return Functions.join(texts, separator);
    }

    private static Object replace(List<?> arguments, EvaluationBudget budget) {
        String text = (String) arguments.get(0);
        Number limit = (Number) at(arguments, 3);
        if (text != null && arguments.get(2) instanceof String by) {
            budget.take((long) text.length() * Math.max(1, by.length()));
        }
        if (limit != null) {
            budget.take(limit.longValue());
        }
        return Functions.replace(text, arguments.get(1), arguments.get(2), limit == null ? null : limit.intValue());
    }

    /** The leaves of an object by the path to them; elements of lists have their number. */
    static Map<String, Object> flatten(Object value) {
        Map<String, Object> leaves = new LinkedHashMap<>();
        flatten("", value, leaves);
        return leaves;
    }

    private static void flatten(String path, Object value, Map<String, Object> leaves) {
        if (value instanceof Map<?, ?> object) {
            object.forEach((name, member) -> flatten(path.isEmpty() ? name.toString() : path + "." + name, member,
                    leaves));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                flatten(path + "." + i, list.get(i), leaves);
            }
        } else if (!path.isEmpty()) {
            leaves.put(path, value);
        }
    }
}
