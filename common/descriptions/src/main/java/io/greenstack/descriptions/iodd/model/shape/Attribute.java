package io.greenstack.descriptions.iodd.model.shape;

import java.util.function.Function;

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
public record Attribute<T, V>(String name, String key, Lexical<V> lexical, boolean required, Function<T, V> getter) {

    /** The text of the attribute in its usual spelling, null if the record has no value. */
    public String text(T node) {
        V value = getter.apply(node);
        return value == null ? null : lexical.format(value);
    }
}
