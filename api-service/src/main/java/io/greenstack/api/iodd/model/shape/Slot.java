package io.greenstack.api.iodd.model.shape;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

import io.greenstack.api.iodd.model.IoddNode;

/**
 * A place for child elements in a record.
 *
 * @param <T> record of the parent
 * @param key name in JSON
 * @param many true for a list, false for one element or none
 * @param required true if the schema demands an element
 * @param choices shapes by element name; a supplier because shapes refer to each other
 * @param getter component of the record: a node or null, or a list
 */
public record Slot<T>(String key, boolean many, boolean required, Map<String, Supplier<Shape<?>>> choices,
        Function<T, Object> getter) {

    /** True if JSON must say which element a child is. */
    public boolean isTagged() {
        return choices.size() > 1;
    }

    /** The children of a record in this slot. */
    @SuppressWarnings("unchecked")
    public List<? extends IoddNode> children(T node) {
        Object value = getter.apply(node);
        if (value == null) {
            return List.of();
        }
        return many ? (List<? extends IoddNode>) value : List.of((IoddNode) value);
    }

    /** The shape of a child in this slot. */
    @SuppressWarnings("unchecked")
    public <C extends IoddNode> Shape<C> shapeOf(C child) {
        for (Supplier<Shape<?>> choice : choices.values()) {
            Shape<?> shape = choice.get();
            if (shape.type() == child.getClass()) {
                return (Shape<C>) shape;
            }
        }
        throw new IllegalArgumentException(child.getClass().getSimpleName() + " has no place in " + key);
    }

    /** The element name of a child in this slot. */
    public String elementName(IoddNode child) {
        for (Map.Entry<String, Supplier<Shape<?>>> choice : choices.entrySet()) {
            Shape<?> shape = choice.getValue().get();
            if (shape.type() == child.getClass()) {
                String own = shape.elementNameOf(child);
                return own == null ? choice.getKey() : own;
            }
        }
        throw new IllegalArgumentException(child.getClass().getSimpleName() + " has no place in " + key);
    }
}
