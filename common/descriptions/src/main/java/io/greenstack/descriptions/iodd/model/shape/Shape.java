package io.greenstack.descriptions.iodd.model.shape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import io.greenstack.descriptions.iodd.model.IoddList;
import io.greenstack.descriptions.iodd.model.IoddNode;

/**
 * The attributes and child elements of a record. The components of the record come in this order: the element name where
 * it varies, attributes, text content, child elements.
 *
 * @param <T> the record
 */
public final class Shape<T extends IoddNode> {

    private final Class<T> type;
    private final Function<T, String> elementName;
    private final List<Attribute<T, ?>> attributes;
    private final Function<T, String> content;
    private final List<Slot<T>> slots;
    private final Function<Values, T> factory;
    private final Map<String, Integer> attributeIndex = new HashMap<>();
    private final Map<String, Place<T>> places = new HashMap<>();
    private final int[] requiredAttributes;

    private Shape(Builder<T> builder, Function<Values, T> factory) {
        this.type = builder.type;
        this.elementName = builder.elementName;
        this.attributes = List.copyOf(builder.attributes);
        this.content = builder.content;
        this.slots = List.copyOf(builder.slots);
        this.factory = factory;
        for (int i = 0; i < attributes.size(); i++) {
            attributeIndex.put(attributes.get(i).name(), i);
        }
        this.requiredAttributes = IntStream.range(0, attributes.size()).filter(i -> attributes.get(i).required())
                .toArray();
        for (int i = 0; i < slots.size(); i++) {
            for (Map.Entry<String, Supplier<Shape<?>>> choice : slots.get(i).choices().entrySet()) {
                places.put(choice.getKey(), new Place<>(i, slots.get(i), choice.getValue()));
            }
        }
    }

    /** Begins the shape of a record. */
    public static <T extends IoddNode> Builder<T> of(Class<T> type) {
        return new Builder<>(type);
    }

    /** The shape of an element that only holds others, in document order. */
    @SuppressWarnings("unchecked")
    static <T extends IoddNode> Shape<IoddList<T>> list(String key, Choice... choices) {
        return of((Class<IoddList<T>>) (Class<?>) IoddList.class).children(key, IoddList::nodes, choices)
                .make(v -> new IoddList<>(v.next(), v.source()));
    }

    /** The record. */
    public Class<T> type() {
        return type;
    }

    /** Attributes in schema order. */
    public List<Attribute<T, ?>> attributes() {
        return attributes;
    }

    /** Position of an attribute, -1 if the element has none of that name. */
    public int attribute(String name) {
        Integer position = attributeIndex.get(name);
        return position == null ? -1 : position;
    }

    /** Number of attributes that the schema demands. */
    public int requiredCount() {
        return requiredAttributes.length;
    }

    /** Position of an attribute that the schema demands. */
    public int requiredAttribute(int i) {
        return requiredAttributes[i];
    }

    /** Child elements in schema order. */
    public List<Slot<T>> slots() {
        return slots;
    }

    /** The place of a child element, null if the element may not stand here. */
    public Place<T> place(String elementName) {
        return places.get(elementName);
    }

    /** True if the record keeps its element name. */
    public boolean isNamed() {
        return elementName != null;
    }

    /** The element name a record keeps, null if it keeps none. */
    public String elementNameOf(IoddNode node) {
        return elementName == null ? null : elementName.apply(type.cast(node));
    }

    /** True if the element holds text. */
    public boolean hasContent() {
        return content != null;
    }

    /** The text of an element, null if it has none. */
    public String contentOf(T node) {
        return content == null ? null : content.apply(node);
    }

    /** Number of values {@link #create(Values)} takes. */
    public int size() {
        return firstSlot() + slots.size();
    }

    /** Position of the first attribute among the values. */
    public int firstAttribute() {
        return isNamed() ? 1 : 0;
    }

    /** Position of the text content among the values. */
    public int contentPosition() {
        return firstAttribute() + attributes.size();
    }

    /** Position of the first child element among the values. */
    public int firstSlot() {
        return contentPosition() + (hasContent() ? 1 : 0);
    }

    /** Makes the record; lists that got no element are empty. */
    public T create(Values values) {
        return factory.apply(values);
    }

    /**
     * Declares a shape.
     *
     * @param <T> the record
     */
    public static final class Builder<T extends IoddNode> {

        private final Class<T> type;
        private final List<Attribute<T, ?>> attributes = new ArrayList<>();
        private final List<Slot<T>> slots = new ArrayList<>();
        private Function<T, String> elementName;
        private Function<T, String> content;

        private Builder(Class<T> type) {
            this.type = type;
        }

        /** The record keeps the element name. */
        public Builder<T> named(Function<T, String> getter) {
            this.elementName = getter;
            return this;
        }

        /** An attribute that may be absent. */
        public <V> Builder<T> optional(String name, Lexical<V> lexical, Function<T, V> getter) {
            attributes.add(new Attribute<>(name, key(name), lexical, false, getter));
            return this;
        }

        /** An attribute that the schema demands. */
        public <V> Builder<T> required(String name, Lexical<V> lexical, Function<T, V> getter) {
            attributes.add(new Attribute<>(name, key(name), lexical, true, getter));
            return this;
        }

        /** The text between the tags. */
        public Builder<T> content(Function<T, String> getter) {
            this.content = getter;
            return this;
        }

        /** One child element that may be absent. */
        public Builder<T> optionalChild(String name, Supplier<Shape<?>> shape, Function<T, Object> getter) {
            slots.add(new Slot<>(key(name), false, false, Map.of(name, shape), getter));
            return this;
        }

        /** One child element that the schema demands. */
        public Builder<T> child(String name, Supplier<Shape<?>> shape, Function<T, Object> getter) {
            slots.add(new Slot<>(key(name), false, true, Map.of(name, shape), getter));
            return this;
        }

        /** One child element of several kinds; the first choice names it in JSON where there is just one. */
        public Builder<T> oneOf(String key, boolean required, Function<T, Object> getter, Choice... choices) {
            slots.add(new Slot<>(key, false, required, byName(choices), getter));
            return this;
        }

        /** Any number of child elements of several kinds, in document order. */
        public Builder<T> children(String key, Function<T, Object> getter, Choice... choices) {
            slots.add(new Slot<>(key, true, false, byName(choices), getter));
            return this;
        }

        /** The name in JSON: {@code accessRights} becomes {@code access_rights}, {@code xsi:type} becomes {@code xsi_type}. */
        private static String key(String name) {
            StringBuilder json = new StringBuilder(name.length() + 4);
            for (int i = 0; i < name.length(); i++) {
                char c = name.charAt(i);
                if (Character.isUpperCase(c) && i > 0 && !Character.isUpperCase(name.charAt(i - 1))
                        && name.charAt(i - 1) != ':') {
                    json.append('_');
                }
                json.append(c == ':' ? '_' : Character.toLowerCase(c));
            }
            return json.toString();
        }

        private static Map<String, Supplier<Shape<?>>> byName(Choice... choices) {
            Map<String, Supplier<Shape<?>>> byName = new LinkedHashMap<>();
            for (Choice choice : choices) {
                byName.put(choice.name(), choice.shape());
            }
            return byName;
        }

        /** Ends the shape; the factory takes the values in the order of the declaration. */
        public Shape<T> make(Function<Values, T> factory) {
            return new Shape<>(this, factory);
        }
    }

    /**
     * Where a child element belongs.
     *
     * @param <T> record of the parent
     * @param position position of the slot among the slots
     * @param slot the slot
     * @param shape shape of the child
     */
    public record Place<T>(int position, Slot<T> slot, Supplier<Shape<?>> shape) {}

    /**
     * An element that may stand in a slot.
     *
     * @param name element name
     * @param shape its shape
     */
    public record Choice(String name, Supplier<Shape<?>> shape) {

        /** An element that may stand in a slot. */
        public static Choice of(String name, Supplier<Shape<?>> shape) {
            return new Choice(name, shape);
        }

        /** Elements of one shape that are told apart by a number: {@code Wire1} to {@code Wire9}. */
        static Choice[] numbered(String name, int last, Supplier<Shape<?>> shape) {
            return IntStream.rangeClosed(1, last).mapToObj(number -> of(name + number, shape)).toArray(Choice[]::new);
        }
    }

    /**
     * An attribute of an element.
     *
     * @param <T> record of the element
     * @param <V> type of the value
     * @param name name in the file, {@code xsi:type} and {@code xml:lang} with their usual prefix
     * @param key name in JSON
     * @param lexical how it is written
     * @param required true if the schema demands it
     * @param getter component of the record
     */
    public record Attribute<T, V>(String name, String key, Lexical<V> lexical, boolean required,
            Function<T, V> getter) {

        /** The text of the attribute in its usual spelling, null if the record has no value. */
        public String text(T node) {
            V value = getter.apply(node);
            return value == null ? null : lexical.format(value);
        }
    }
}
