package io.greenstack.descriptions.iodd.model.shape;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

import io.greenstack.descriptions.iodd.model.IoddNode;

/**
 * A place for child elements in a record. Immutable; the shapes are looked up on first use, because they refer to each
 * other.
 *
 * @param <T> record of the parent
 */
public final class Slot<T> {

    private final String key;
    private final boolean many;
    private final boolean required;
    private final Map<String, Supplier<Shape<?>>> choices;
    private final Function<T, Object> getter;
    private final String[] names;
    private volatile Shape<?>[] shapes;

    Slot(String key, boolean many, boolean required, Map<String, Supplier<Shape<?>>> choices,
            Function<T, Object> getter) {
        this.key = key;
        this.many = many;
        this.required = required;
        this.choices = choices;
        this.getter = getter;
        this.names = choices.keySet().toArray(String[]::new);
    }

    /** Name in JSON. */
    public String key() {
        return key;
    }

    /** True for a list, false for one element or none. */
    public boolean many() {
        return many;
    }

    /** True if the schema demands an element. */
    public boolean required() {
        return required;
    }

    /** Shapes by element name. */
    public Map<String, Supplier<Shape<?>>> choices() {
        return choices;
    }

    /** True if JSON must say which element a child is. */
    public boolean isTagged() {
        return names.length > 1;
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
        return (Shape<C>) shapes()[choice(child)];
    }

    /** The element name of a child in this slot. */
    public String elementName(IoddNode child) {
        int choice = choice(child);
        String own = shapes()[choice].elementNameOf(child);
        return own == null ? names[choice] : own;
    }

    private int choice(IoddNode child) {
        Shape<?>[] all = shapes();
        for (int i = 0; i < all.length; i++) {
            if (all[i].type() == child.getClass()) {
                return i;
            }
        }
        throw new IllegalArgumentException(child.getClass().getSimpleName() + " has no place in " + key);
    }

    private Shape<?>[] shapes() {
        Shape<?>[] all = shapes;
        if (all == null) {
            all = choices.values().stream().map(Supplier::get).toArray(Shape<?>[]::new);
            shapes = all;
        }
        return all;
    }
}
