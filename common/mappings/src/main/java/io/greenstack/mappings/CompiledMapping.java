package io.greenstack.mappings;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.greenstack.core.message.DeviceId;
import io.greenstack.core.message.ItemFault;
import io.greenstack.core.message.PayloadException;
import io.greenstack.core.message.RejectReason;
import io.greenstack.core.message.TopicFilter;

/** A rule that can be applied. Immutable; several threads may use it. */
public final class CompiledMapping {

    private static final int MOST_TOPICS = 20;

    private final Mapping mapping;
    private final MappingLimits limits;
    private final List<TopicFilter> topics;
    private final ZoneId zone;
    private final Expression forEach;
    private final Expression when;
    private final Expression device;
    private final Expression values;
    private final Expression time;
    private final Expression registration;
    private final Expression state;
    private final Expression events;
    private final Expression processData;

    /**
     * Compiles a rule.
     *
     * @throws MappingException naming the member that is wrong, and where
     */
    public CompiledMapping(Mapping mapping, MappingLimits limits) {
        this.mapping = mapping;
        this.limits = limits;
        this.topics = topics(mapping);
        this.zone = zone(mapping.zone());
        this.forEach = Expression.of("for_each", mapping.forEach());
        this.when = Expression.of("when", mapping.when());
        this.device = Expression.of("device", mapping.device());
        this.values = Expression.of("values", mapping.values());
        this.time = Expression.of("time", mapping.time());
        this.registration = Expression.of("registration", mapping.registration());
        this.state = Expression.of("state", mapping.state());
        this.events = Expression.of("events", mapping.events());
        this.processData = Expression.of("process_data", mapping.processData());
        if (device == null) {
            throw new MappingException("device", -1, "an expression is needed, such as $levels[1]");
        }
        if (values == null && registration == null && state == null && events == null && processData == null) {
            throw new MappingException("values", -1,
                    "one of values, registration, state, events and process_data is needed");
        }
    }

    private static List<TopicFilter> topics(Mapping mapping) {
        if (mapping.topics().isEmpty() || mapping.topics().size() > MOST_TOPICS) {
            throw new MappingException("topics", -1, "1 to " + MOST_TOPICS + " topic filters are needed");
        }
        try {
            return mapping.topics().stream().map(TopicFilter::of).toList();
        } catch (IllegalArgumentException e) {
            throw new MappingException("topics", -1, e.getMessage());
        }
    }

    private static ZoneId zone(String name) {
        try {
            return name == null || name.isBlank() ? null : ZoneId.of(name.strip());
        } catch (DateTimeException e) {
            throw new MappingException("zone", -1, "a time zone such as Europe/Berlin or +01:00 is needed");
        }
    }

    /** The rule as it is written. */
    public Mapping mapping() {
        return mapping;
    }

    /** Whether a topic is one of the rule. */
    public boolean matches(String topic) {
        return topics.stream().anyMatch(filter -> filter.matches(topic));
    }

    /**
     * Applies the rule to a message. Blocks for as long as the expressions take; see {@link MappingRunner}.
     *
     * @throws PayloadException if the payload cannot be read, or nothing of it can be used
     * @throws MappingException if an expression fails
     */
    public MappedMessage apply(MappingInput message) {
        PayloadDocument document = message.document(mapping.format());
        Instant received = message.received();
        Map<String, Object> variables = new HashMap<>();
        variables.put("topic", message.topic());
        variables.put("levels", message.levels());
        variables.put("payload", document.content());
        variables.put("received", received.toEpochMilli());
        EvaluationBudget budget = new EvaluationBudget(limits);
        List<ItemFault> faults = new ArrayList<>(document.faults());
        List<MappedItem> items = new ArrayList<>(1);
        for (Object input : inputs(document.content(), variables, budget)) {
            new Item(input, variables, budget, new ResultReader(received, zone, limits.values(), faults)).into(items);
        }
        if (items.isEmpty() && !faults.isEmpty()) {
            throw faults.get(0).ofAll();
        }
        return new MappedMessage(items, faults);
    }

    private List<?> inputs(Object content, Map<String, Object> variables, EvaluationBudget budget) {
        if (forEach == null) {
            return Collections.singletonList(content);
        }
        Object result = forEach.evaluate(content, variables, budget);
        List<?> items = result == null ? List.of() : result instanceof List<?> list ? list : List.of(result);
        if (items.size() > limits.items()) {
            throw new MappingException("for_each", -1, "a message has at most " + limits.items() + " items, this one "
                    + items.size());
        }
        return items;
    }

    /** One item of a message. */
    private final class Item {

        private final Object input;
        private final Map<String, Object> variables;
        private final EvaluationBudget budget;
        private final ResultReader reader;

        Item(Object input, Map<String, Object> variables, EvaluationBudget budget, ResultReader reader) {
            this.input = input;
            this.variables = variables;
            this.budget = budget;
            this.reader = reader;
        }

        void into(List<MappedItem> items) {
            if (when != null && !holds(when.evaluate(input, variables, budget))) {
                return;
            }
            DeviceId[] id = new DeviceId[1];
            Instant[] at = new Instant[1];
            if (!reader.part("device", () -> id[0] = reader.device(result(device)))
                    || !reader.part("time", () -> at[0] = reader.time(result(time)))) {
                return;
            }
            MappedItem item = new MappedItem(id[0],
                    read("registration", () -> reader.registration(result(registration))),
                    read("state", () -> reader.connected(result(state))),
                    reader.values(result(values), at[0]), reader.events(result(events), at[0]),
                    read("process_data", () -> reader.processData(result(processData))), at[0]);
            items.add(item);
        }

        private Object result(Expression expression) {
            return expression == null ? null : expression.evaluate(input, variables, budget);
        }

        private <T> T read(String member, Supplier<T> part) {
            Object[] value = new Object[1];
            reader.part(member, () -> value[0] = part.get());
            @SuppressWarnings("unchecked")
            T read = (T) value[0];
            return read;
        }

        private static boolean holds(Object result) {
            if (result == null || result instanceof Boolean) {
                return Boolean.TRUE.equals(result);
            }
            throw new MappingException("when", -1, "true or false is needed, got " + result.getClass().getSimpleName());
        }
    }

    /** Reason of the dead letter of a message over which a rule fails. */
    public static PayloadException rejection(String rule, MappingException failure) {
        return new PayloadException(RejectReason.MAPPING_FAILED, "Mapping '" + rule + "', " + failure.line());
    }
}
